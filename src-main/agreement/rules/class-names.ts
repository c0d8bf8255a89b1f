/**
 * The whole name of a class of a service, as it stands before a colon: `单实例`, `多可用区部署`, `企业版`, `Multi-zone`. What is measured
 * (`备份成功率`, `主机修复及时率`) is no class. A part of a phrase and of a regular expression alike.
 */
export const CLASS_NAME =
  '(单|多|双|主|备|跨|两)个?(可用区|节点|实例|副本|机房|集群|地域|机)(部署|架构|模式|集群|实例|版|型)?(服务|产品)?|高可用(部署|架构|模式|集群|实例|版|型)?(服务|产品)?|[^，。；%：:率]{1,16}(版|套餐|型)|(single|multi(ple)?|dual)[- ]?(az|zone|node|instance|region)s?( deployment)?';
