/**
 * Names that are of a product beyond doubt: they end in what only a product is called, and what stands before that is only of which kind it
 * is. Any other name may be of a measure, a case, a customer or a way of paying.
 */

/** What a product is, in words that nothing else is called by. */
const HEAD_ZH =
  '(?:存储|硬盘|云盘|数据库|数据仓库|数仓|数据湖|服务器|主机|裸金属|网关|负载均衡|消息队列|队列|缓存|内容分发(?:网络)?|CDN|全站加速|函数计算|机器人|专线|对等连接|防火墙|容器集群|容器引擎|镜像仓库)';
/** Of which kind. */
const KIND_ZH =
  '(?:块|文件|对象|归档|低频|标准|冷|热|近线|表格|云|高速|极速|弹性|通用|公共|企业级|高可用|关系型?|时序|图|文档|向量|键值|列式|分析型?|内存|分布式|轻量|应用|日志|容器|物理|虚拟|本地|消息|负载|私有|公有|智能|对话|就近|全球|边缘|[A-Za-z][A-Za-z0-9]{0,14})';
const CHINESE = new RegExp(`^(?:${KIND_ZH}{0,4}${HEAD_ZH}|就近接入)(?:云?服务|产品|实例)?$`, 'u');

const HEAD_EN =
  '(?:storage|databases?|data\\swarehouse|servers?|gateways?|load\\sbalancers?|queues?|cache|cdn|virtual\\smachines?|firewalls?|(?:mail|e-?mail|chat|messaging|search|archive|backup|streaming|hosting|database|storage|compute|analytics|identity)\\s(?:services?|products?))';
const KIND_EN =
  '(?:block|file|object|archive|cold|hot|nearline|standard|cloud|managed|relational|document|graph|vector|in-memory|distributed|elastic|message|mail|api|nat|vpn|web|application|virtual|dedicated|edge|content|local|shared)';
const ENGLISH = new RegExp(`^(?:${KIND_EN}\\s){0,3}${HEAD_EN}$`, 'iu');

/** Whether a name as a text writes it is a product's, beyond doubt. */
export const isProduct = (name: string): boolean => CHINESE.test(name) || ENGLISH.test(name);

/** A name that leads to its product by a word (`对块存储…`), without that word; none where the word may be part of the name. */
export function withoutLead(name: string): string | undefined {
  if (/^(?:对象存储|对话机器人|对等连接|就近接入)/u.test(name)) return name;
  const [lead = ''] = /^(?:对于|针对|对|就|在|若|如)/u.exec(name) ?? [];
  const rest = name.slice(lead.length);
  // 对 before 象 is the half of 对象.
  return /^(?:象|话|等|近|于)/u.test(rest) ? undefined : rest;
}
