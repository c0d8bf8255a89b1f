import type { TagRule } from '../rule.ts';

const END_ZH = '(终止|解除|到期|期满|届满|注销|退订|欠费|停止服务|服务停止|停机|销户|释放|关停|关闭)';
const GIVE_BACK_ZH = '(导出|取回|迁移|迁出|下载|返还|归还|转移|备份|删除|清除|销毁|清空|保留|保存|释放|格式化)';
const DATA_ZH = '(数据|内容|信息|资料|文件)';
const END_EN = '(terminat|expir|cancel|clos|end of the (term|agreement|services?|subscription))[a-z]*';
const GIVE_BACK_EN = '(delet|return|retriev|export|destroy|eras|retain|download|purg)[a-z]*';
const DATA_EN = '(data|content|information|files)';

/** Where the customer’s data and name go, and who uses them. */
export const DATA_RULES: readonly TagRule[] = [
  {
    kind: 'data-location',
    why: 'Where the data are kept.',
    chinese: [
      `${DATA_ZH}.{0,24}(存储|保存|存放|储存|驻留|处理)(于|在|至|到).{0,24}(境内|境外|中国|大陆|地域|数据中心|机房|区域|国家)`,
      '(境内|中国大陆|中华人民共和国).{0,14}(存储|保存|存放|收集和产生)',
      '(选择|指定).{0,8}(地域|区域|数据中心|机房).{0,16}(存储|数据)',
    ],
    english: [
      '(data|content|information)…(stored|store|hosted|host|located|kept|maintained|reside|processed)[a-z]* (only |solely |exclusively )?(in|within|at|on servers)…(region|countr|united states|u\\.s\\.|european|union|data cent|eea|china|location|jurisdiction)',
      'data (residency|localization|localisation|location)',
      '(select|choose|specif)[a-z]*…(region|location|data cent)[a-z]*…(stor|host|data|content)',
    ],
  },
  {
    kind: 'cross-border',
    why: 'Data leave the country.',
    chinese: [
      '(数据|信息).{0,10}(出境|跨境)',
      '(向|至|到|在)境外.{0,12}(提供|传输|转移|存储|处理|披露)',
      '(跨境|出境)(传输|提供|转移|流动)',
    ],
    english: [
      '(transfer|transmit|export|process|access)[a-z]*…(outside|cross-?border|third countr|another country|other countries|international)',
      'cross-?border (data )?transfer',
      'standard contractual clauses',
      'international (data )?transfers?',
      'data privacy framework',
    ],
    unless: ['(export control|sanction|resell)'],
  },
  {
    kind: 'subprocessor',
    why: 'Others do the work, or handle the data, for the provider.',
    chinese: [
      '(委托|转委托|再委托|聘请|引入|交由|授权|允许).{0,16}(第三方|他人|关联公司|关联方|供应商|服务商|合作伙伴|受托人).{0,12}(处理|提供|履行|完成|执行|实施)',
      '(次级|子|再|下级)(处理者|处理商|受托人|处理方)',
      '(分包|转包)',
    ],
    english: [
      'sub-?processors?',
      'sub-?contract[a-z]*',
      '(engag|us|appoint|retain|authori[sz])(e|es|ed|ing)…(third[- ]part(y|ies)|affiliates|service providers|agents)…(perform|provide|process|assist|deliver)',
    ],
    unless: ['(不得|禁止).{0,8}(分包|转包)'],
  },
  {
    kind: 'breach-notification',
    why: 'Who tells whom of an incident, and how soon.',
    chinese: [
      '(安全事件|安全事故|数据泄露|数据泄漏|信息泄露|泄露事件|个人信息.{0,10}(泄露|丢失|篡改)|泄露、)…(通知|告知|报告|上报)',
      '(通知|告知|报告|上报)…(安全事件|安全事故|数据泄露|泄露事件|安全漏洞)',
    ],
    english: [
      '(data breach|security (incident|breach|event)|personal data breach|unauthori[sz]ed (access|use|disclosure)|incident)…(notif|inform|report|without undue delay)[a-z]*',
      '(notif|inform|report)[a-z]*…(data breach|security (incident|breach|event)|personal data breach|unauthori[sz]ed (access|use)|breach of security)',
    ],
  },
  {
    kind: 'data-return',
    why: 'What becomes of the customer’s data after the end.',
    chinese: [
      `${END_ZH}…${DATA_ZH}…${GIVE_BACK_ZH}`,
      `${END_ZH}…${GIVE_BACK_ZH}…${DATA_ZH}`,
      `${DATA_ZH}.{0,20}${GIVE_BACK_ZH}…${END_ZH}`,
    ],
    english: [
      `${END_EN}…${GIVE_BACK_EN}…${DATA_EN}`,
      `${END_EN}…${DATA_EN}…${GIVE_BACK_EN}`,
      `${GIVE_BACK_EN}…${DATA_EN}…(after|upon|following|on|within)…${END_EN}`,
      `${DATA_EN}…${GIVE_BACK_EN}…(after|upon|following|on|within)…${END_EN}`,
    ],
    unless: ['(发布|上传|违法|违规|有害|不良|侵权).{0,16}(信息|内容)', '(confidential|保密)', 'infring'],
  },
  {
    kind: 'ai-use',
    why: 'What machines learn from the customer’s data, or make for it.',
    chinese: [
      '(训练|优化|改进|改善|微调).{0,20}(模型|算法|人工智能|大模型)',
      '(人工智能|机器学习|大模型|生成式|AIGC|AI)…(生成|输出|训练|内容|结果)',
    ],
    english: [
      '(train|improv|develop|fine-?tun)[a-z]*…(ai\\b|models?|machine learning|artificial intelligence|algorithms?)',
      '(artificial intelligence|machine learning|generative ai|large language models?|ai (features?|services?|models?|outputs?|systems?|tools?))',
    ],
    unless: ['(business|pricing|delivery|threat) model'],
  },
  {
    kind: 'feedback-licence',
    why: 'What the customer suggests, the provider may use.',
    chinese: [
      '(建议|反馈|意见|改进意见|评论).{0,40}(归|许可|授权|授予|无偿|免费使用|永久|知识产权|所有权|自由使用)',
      '(许可|授权|授予|有权).{0,30}(使用|采用|利用).{0,20}(建议|反馈|意见)',
    ],
    english: [
      '(feedback|suggestions?|ideas|comments|enhancement requests?|recommendations)…(licen[sc]e|own|assign|perpetual|irrevocabl|without (any )?(compensation|restriction|obligation|payment)|royalty|free(ly)? (to )?use|incorporate|exploit)',
      '(licen[sc]e|right|free|assign)…(use|incorporate|exploit)…(feedback|suggestions?)',
    ],
  },
  {
    kind: 'publicity',
    why: 'One side may name the other in public.',
    chinese: [
      '(使用|展示|引用|列入|公开).{0,24}(名称|商标|标识|标志|LOGO|商号|企业名).{0,24}(宣传|推广|营销|案例|广告|客户名单|公示)',
      '(宣传|推广|营销|案例|广告).{0,30}(使用|展示|引用|提及|列入).{0,20}(名称|商标|标识|标志|LOGO|商号)',
      '(作为|用作).{0,8}(成功)?案例',
    ],
    english: [
      '(use|display|list|identify|refer|reference|disclos|publish)[a-z]*…(name|logo|trademark|mark)s?…(marketing|publicity|promot|website|customer list|list of customers|case stud|reference|advertis|press)',
      '(publicity|press releases?|public (announcement|statement)s?)',
      '(identif|list|refer)[a-z]* …as a (reference |current )?customer',
    ],
  },
];
