/**
 * Documents that try to run script and to reach out. Each carries the same attempts twice: as markup, and as words that
 * look like markup, which must come out as the words they are.
 */

/** What a hostile script would leave behind. */
export const TRACE = 'pwned';

/** Stands in every hostile text as words; a page that shows it as words shows exactly this. */
export const LITERAL = `<img src=x onerror="window.${TRACE}=1"><script>window.${TRACE}=1</script>`;

const attempts = (origin: string): string => `
  <script>window.${TRACE} = 1; fetch('${origin}/script')</script>
  <script src="${origin}/remote.js"></script>
  <style>@import url('${origin}/style.css'); p { background: url('${origin}/background') }</style>
  <link rel="stylesheet" href="${origin}/sheet.css"><link rel="preconnect" href="${origin}">
  <meta http-equiv="refresh" content="0;url=${origin}/refresh">
  <img src="${origin}/picture" onerror="window.${TRACE} = 1">
  <svg onload="window.${TRACE} = 1"><image href="${origin}/svg"/><script>window.${TRACE} = 1</script></svg>
  <iframe src="${origin}/frame" srcdoc="<script>parent.${TRACE} = 1</script>"></iframe>
  <object data="${origin}/object"></object><embed src="${origin}/embed"><base href="${origin}/">
  <form action="${origin}/form"><input autofocus onfocus="window.${TRACE} = 1"></form>
  <details open ontoggle="window.${TRACE} = 1"><summary>示例</summary></details>
  <video autoplay src="${origin}/video" onerror="window.${TRACE} = 1"></video>`;

const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');

/** A whole agreement as a web page. */
export const hostileHtml = (origin: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<title>示例恶意服务协议</title>${attempts(origin)}</head><body onload="window.${TRACE} = 1">
<h1>示例恶意服务协议</h1>
<p>1. 总则</p>
<p>1.1. 本条写着 ${escaped(LITERAL)} 几个字。${attempts(origin)}</p>
<p onclick="window.${TRACE} = 1">1.2. 详见<a href="javascript:window.${TRACE}=1" ping="${origin}/ping">此链接</a>。</p>
<p>2. 责任</p>
<p style="background: url('${origin}/inline')">2.1. 在任何情况下，示例公司不承担任何间接损失的赔偿责任。${escaped(LITERAL)}</p>
<table><tr><th>项目</th><th>${escaped(LITERAL)}</th></tr><tr><td>甲</td><td>${escaped(LITERAL)}</td></tr></table>
</body></html>`;

/** The same as Markdown. */
export const hostileMarkdown = (origin: string): string => `# 示例恶意标记协议

1. 总则

1.1. 链接[在此](javascript:window.${TRACE}=1)，图片 ![图](${origin}/markdown.png "t")，\`${LITERAL}\`。

${attempts(origin)}

2. 责任

2.1. 示例公司不承担任何责任。${LITERAL}
`;

/** A commitment letter as plain text, so that it comes to a preview, a PDF and a signature. */
export const hostileLetter = (origin: string): string => `示例恶意专线服务协议

一、总则

1.1. 双方遵守附件的承诺书。${LITERAL}

1.2. 本协议自签署之日起生效。

附件一

恶意信息安全承诺书（示例）

致：示例恶意通信有限公司：

我单位使用贵司的专线，现作出以下承诺：

一、遵守法律法规。${LITERAL}

二、不转租、不转售。</style><style>body{background:url(${origin}/letter)}</style>

三、及时处置并报告。</section></body><meta http-equiv="refresh" content="0;url=${origin}/letter-refresh">

四、违反上述承诺的，由我单位承担全部责任。<a href="javascript:window.${TRACE}=1">链接</a>

特此承诺。
`;
