// Lets better-sqlite3, written for Node-API 10, be compiled for Node-API 9 (Node 20, Electron 33): of what it uses, only a
// reference to a bare string needs version 10, so each string is kept in an object with one property instead.
#pragma once
#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() = default;
  explicit Reference(String value) {
    Object box = Object::New(value.Env());
    box.Set(0u, value);
    box_ = ObjectReference::New(box, 1);
  }
  static Reference New(const String& value, uint32_t = 1) { return Reference(value); }
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;
  String Value() const { return box_.IsEmpty() ? String() : box_.Value().Get(0u).As<String>(); }
  bool IsEmpty() const { return box_.IsEmpty(); }
  void Reset() { box_.Reset(); }
  void SuppressDestruct() { box_.SuppressDestruct(); }
  Napi::Env Env() const { return box_.Env(); }

 private:
  ObjectReference box_;
};

}  // namespace Napi
