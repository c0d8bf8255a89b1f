import type { TagRule } from './rule.ts';

/** What may be done with the service and with data, and the duties that come from public law. */
export const CONDUCT_RULES: readonly TagRule[] = [
  {
    kind: 'prohibited-use',
    why: 'What the customer may not do with the service.',
    zh: [
      '(不得|不应|不可|不能|禁止|严禁|不允许|(?<!请)勿|不准)(以任何方式)?(利用|使用|通过|从事|进行|上传|发布|传播|散布|制作|发送|存储|将|实施|存在|干扰|破坏|攻击|大量占用|擅自|绕过|接入|用于|注册|复制|出租)',
      '不(利用|散布|进行|从事|传播|制作|上传|发布|实施|违规)…',
      '(禁止行为|禁止性行为|违禁|下列行为|以下行为|使用限制)',
      '(盗版|垃圾邮件|木马|外挂|私服|赌博|淫秽|色情)',
    ],
    en: [
      '(you|customer|client|subscriber|user|users|licensee|merchant|registrant|end users?|they|nor|and) (may|shall|must|will|agree|agrees|covenants?|undertakes?)( to)? not…(use|access|upload|send|transmit|distribute|reverse|attempt|interfere|circumvent|copy|store|post|engage|probe|permit|allow|sell|resell|exceed|make|host|introduce)',
      '(must|shall|may) not (be )?(used?|access|upload|send|transmit|reverse|circumvent|interfere|probe|engage)',
      '(prohibited|forbidden|unacceptable|acceptable) (use|uses|content|conduct|activit|business)',
      '(spam|malware|phishing|denial[- ]of[- ]service|unsolicited)',
      '(not|no one may|not to) (use|permit)…(unlawful|illegal|fraud|infring|violat|harm)',
    ],
    unless: [
      '(我们|我方|服务商|平台|提供方|乙方|本公司|运营商)(承诺)?(不得|不会|不)',
      '(provider|we|supplier|vendor|processor|company) (shall|will|may|must) not',
      '(disclose|披露|泄露).{0,20}',
      '(黑客|攻击)(而)?(引起|造成|导致)',
      '(caused by|due to|resulting from|attributable to|arising from)',
    ],
  },
  {
    kind: 'resale-ban',
    why: 'The service may not be passed on for money or at all.',
    zh: [
      '(不得|禁止|严禁|不能|不可|无权|未经|不).{0,40}(转售|转租|分租|倒卖|转卖|转许可|再许可|出租|转让给第三方|转借)',
      '(转租|转售)(转售|转租)?(等)?(行为|违规)',
    ],
    en: [
      '(not|nor|neither|without…consent|prohibited|never)…(resell|re-sell|sublicense|sub-license|lease|rent|resale|sublet|redistribute)',
      '(resale|resell)…(prohibited|not permitted)',
    ],
    unless: ['(authori[sz]ed reseller|经授权的?经销)'],
  },
  {
    kind: 'compliance',
    why: 'Duties to obey the law, to hold licences, to keep records that the law wants.',
    zh: [
      '(遵守|符合|依照|遵循|恪守|违反).{0,14}(法律|法规|规章|国家.{0,4}(规定|政策)|监管|行业规范|管理规定|管理办法)',
      '(取得|获得|具备|办理|持有|获取).{0,30}(许可|批准|备案|资质|审批|许可证)',
      '(备案|ICP|等级保护|出口管制|制裁|反洗钱|反商业贿赂|反腐败)',
      '(合法性)…(负责|承担责任)',
      '(接受|配合|协助)(?!方).{0,24}(监管|监督|检查|查询|调查|管理部门|主管部门|主管机关)',
      '(访问)?日志…(保留|留存|保存)',
      '国家秘密',
    ],
    en: [
      '(comply|complies|compliance|conform|accordance|adhere)…(laws?|regulations?|statutes?|legislation|rules|sanctions|standards)',
      '(export control|export|sanction|embargo|anti-?corruption|anti-?bribery|anti-?money|bribery)(s|ed)?',
      '(obtain|hold|maintain)…(licen[cs]es|permits|consents|approvals)',
      'applicable laws?…(comply|compliance|respons)',
      '(violat|breach)(e|es|ing|ion)? (of )?(any |applicable )*(laws?|regulation)',
    ],
    unless: [
      '(governed|construed|interpreted)',
      '(管辖|适用法律)',
      '(to the (fullest|maximum|extent)|permitted by) (extent )?(permitted )?…law',
    ],
  },
  {
    kind: 'real-name',
    why: 'Identity must be registered truthfully.',
    zh: ['(实名|真实身份|身份证件|身份核验|身份认证|真实有效证件|真实、准确、完整.{0,10}(注册|主体|身份)|实人)'],
    en: [
      'real[- ]name',
      '(verify|verification|proof) of (your |the |customer )*identity',
      'know your customer',
      'kyc',
      'identity (verification|documents?|check)',
    ],
  },
  {
    kind: 'security-commitment',
    why: 'The customer vouches for information security: a letter of commitment and what it promises.',
    zh: [
      '(信息|网络|数据)(与)?(信息)?安全(责任)?(承诺书|责任书|承诺函|保证书)',
      '承诺书',
      '(承诺|保证).{0,40}(信息安全|网络安全)',
      '(特此承诺|郑重承诺|不可撤销地?承诺|本(单位|用户|公司|人)承诺)',
    ],
    en: [
      '(security|information security) (commitment|undertaking|letter)',
      '(letter of )(commitment|undertaking)',
      '(hereby )?(irrevocably )?undertakes? to…(security)',
    ],
  },
  {
    kind: 'confidentiality',
    why: 'What must be kept secret.',
    zh: [
      '(保密信息|保密义务|保密责任|商业秘密|机密信息|予以保密|承诺保密|严格保密|保守秘密|保密措施|保密期|保密协议|不得.{0,10}泄露|不得向.{0,14}(披露|透露|泄露))',
    ],
    en: ['confidential(ity)?', 'trade secrets?', 'non-?disclosure', 'receiving party', 'disclosing party'],
    unless: [
      '(口令|密码|账号|账户).{0,20}保密',
      '(保密不当|不当保密)',
      '(password|credential)s?…confidential',
      'confidential…(password|credential)',
      'keep…(password|credential|api key|access key)',
    ],
  },
  {
    kind: 'disclosure',
    why: 'When information goes to third parties or to authorities.',
    zh: [
      '(披露|透露|公开|共享|提供给|分享)…(第三方|司法|行政|监管|政府|法院|主管|关联|有权机关|公安|信息|数据)',
      '(第三方|司法|行政|监管|政府|法院|主管部门|公安机关)…(披露|透露|共享|提供.{0,10}(信息|数据|资料)|分享)',
      '(被披露|依法披露|调取)',
    ],
    en: [
      'disclos(e|es|ed|ing|ure|ures)',
      '(share|provide)s?…(data|information)…(third part|authorit|affiliates|regulator|sub-?processor)',
    ],
    unless: ['(receiving|disclosing) party', '(披露方|接受方)$', '(vulnerabilit|漏洞)', 'non-?disclosure'],
  },
  {
    kind: 'data-backup',
    why: 'Who keeps copies, and what happens to data after the end.',
    zh: [
      '(备份|容灾|数据恢复|迁出|迁移|导出.{0,4}数据|数据.{0,12}(删除|清除|保留|销毁|释放))',
      '(删除|清除|销毁|保留|释放).{0,16}(数据|内容)(?!中心)',
    ],
    en: [
      'back(s|ed|ing)?[ -]?ups?',
      '(retriev|export|migrat)(e|es|al|ing)?…(data|content)',
      '(delete|erase|retain|destroy|purge)s?…(data|content)',
      '(data|content)…(deleted|erased|retrieval|retained|purged|destroyed|exported)',
      'loss of (your |customer )?data',
    ],
    unless: [
      '(上传|发布|违法|违规|有害).{0,20}(删除|清除)',
      '(consequential|incidental|indirect|punitive)',
      '(删除).{0,8}(信息|链接|内容)等?(处理)?措施',
      '(personal data|个人信息|confidential|保密)',
    ],
  },
  {
    kind: 'personal-data',
    why: 'Data about people, privacy.',
    zh: ['(个人信息|个人数据|隐私|敏感信息|个人隐私)'],
    en: [
      'personal(ly)? (data|information|identifiable)',
      'privacy',
      'gdpr',
      'data (subject|protection|controller|processor|processing)',
      'sub-?processors?',
    ],
    unless: ['privacy of communications'],
  },
  {
    kind: 'ip',
    why: 'Who owns what, and what may be done with it.',
    zh: [
      '(知识产权|著作权|版权|商标|专利|源代码|反向工程|逆向工程|反编译|软件许可)',
      '(所有权|权利).{0,12}(归|属于).{0,12}(所有|我们|我方|您|用户|平台|服务商|本公司)',
    ],
    en: [
      'intellectual property',
      '(copyright|trademark|patent)s?',
      'proprietary rights',
      '(right|title),? (and|title,? and) interest',
      '(reverse[- ]engineer|decompile|disassemble)',
      '(grants?|granted|granting)…licen[sc]e',
      'licen[sc]e to (use|access)',
      'limited, non-?exclusive',
      'infring(e|es|ing|ement)…(third|right|patent|copyright)',
      'feedback',
    ],
    unless: ['(盗版)$'],
  },
  {
    kind: 'definitions',
    why: 'The clause says what a word means.',
    zh: [
      '[“"「『].{1,20}[”"」』](系|是)?指',
      '(是指|系指|指的是|定义如下|具有以下含义|具有如下含义|下列含义)',
      '(以下(简)?称|统称).{0,3}[“"].{1,12}[”"].{0,8}指',
      '[“"].{1,20}[”"](：|:)',
    ],
    en: [
      '["“][^"”]{1,50}["”],? (means|shall mean|refers to|has the meaning|is defined|includes|shall have)',
      '(following|capitali[sz]ed) (terms|words|definitions|expressions)…(mean|defin)',
      '(defined terms|as defined in|shall have the meanings?)',
      '(?:^)\\s*[A-Z][A-Za-z ]{2,40} means ',
    ],
    unless: ['(不可抗力|意外事件).{0,6}是指', '(has|have) the meaning'],
  },
  {
    kind: 'general',
    why: 'House rules of the contract itself.',
    zh: [
      '(不可分割|组成部分|同等(法律)?效力|完整协议|全部协议|条款标题|标题.{0,20}(方便|便利|仅为)|一式.{0,3}份|未尽事宜|补充协议|英文.{0,20}为准|中文.{0,20}为准|(不一致|冲突|矛盾|歧义).{0,40}为准|生效日期|自.{0,24}生效)',
    ],
    en: [
      'entire agreement',
      'counterparts',
      '(headings?|titles)…(convenience|interpret)',
      '(independent contractors?|third[- ]party beneficiar)',
      '(conflict|inconsisten)…(prevail|control|govern|precedence)',
      '(translation|english version|language)…(prevail|control|govern)',
      'integral part',
      '(amended|amendment|modified)…(only|unless)…(writing|signed)',
    ],
    unless: [
      '(盖章|签章|签署|纸质).{0,12}为准',
      '(法院|法律冲突|conflicts? of laws?|conflict of interest)',
      '(signed|executed|sealed|stamped)…(prevail|control)',
      '自.{0,20}(终止|失效)',
    ],
  },
];
