/** The help in Chinese, by the English that the commands are registered with. */
import type { Language } from './language.ts';

const HELP: Readonly<Record<string, string>> = {
  'Chinese annual reports on open government information (政府信息公开工作年度报告) as structured, checked JSON': '把政府信息公开工作年度报告转为结构化、经过勾稽校验的 JSON',
  'Exit: 0 done, 1 findings, 2 usage, 3 an input could not be read, 70 a bug,': '退出码：0 完成，1 发现问题，2 用法有误，3 有输入无法读取，70 程序错误，',
  '129 hung up, 130 interrupted, 143 terminated: no half-written file is left.': '129 挂断，130 中断，143 终止：均不留下写了一半的文件。',
  'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：',
  'output the version number': '显示版本号', 'display help for command': '显示命令的帮助',
  'language of messages and help (default: from the locale)': '消息和帮助的语言（默认：按系统区域）',
  'files, folders (walked), glob patterns; - or nothing: standard input': '文件、文件夹（含子文件夹）、通配符；- 或不填：标准输入',
  'read paths from a file (- for standard input), one a line or NUL-separated': '从文件读取路径清单（- 为标准输入），每行一个或以 NUL 分隔',
  'read as this encoding (utf-8, gb18030, big5, utf-16le, …) instead of detecting it': '按此编码读取（utf-8、gb18030、big5、utf-16le 等），不自动识别',
  'read as this encoding instead of detecting it': '按此编码读取，不自动识别',
  'read with this template instead of detecting it': '按此格式读取，不自动识别',
  'every number of the tables, and what it was taken for; with WHAT those of one kind (unexplained, open, other-row, …)':
    '列出表格中的每个数字及其判定；给出 WHAT 时只列一类（unexplained、open、other-row 等）',
  'worker threads (default: one a core where there are many inputs)': '工作线程数（默认：输入较多时每核一个）',
  'give up an input that takes this much of a processor’s time (default: 30)': '单个输入占用处理器超过此秒数即放弃（默认：30）',
  'no progress, no summary on standard error': '不显示进度和小结',
  'one line a file: era, year, agency, encoding': '每个文件一行：格式、年度、机关、编码',
  'output format': '输出格式',
  'what is wrong or doubtful in reports, and between the reports of one agency': '检查报告内部及同一机关各年度报告之间的错误和疑点',
  'show findings that bad or worse': '只显示此级别及以上的问题',
  'only findings of this code or group (applications/balance, prose); may be repeated': '只看此代码或类别的问题（applications/balance、prose）；可重复',
  'exit 1 where a finding is that bad or worse': '有此级别及以上的问题时退出码为 1',
  'what --fail-on counts: rules that the report breaks, places that the reading could not tell, or both': '--fail-on 计入哪类问题：报告本身违反的规则、识别时无法判定之处，或两者',
  'The page holds all it shows: no network, no server. Beyond 300 reports it becomes a folder with index.html and a page for each report.': '网页自成一体，不需网络和服务器。超过 300 份报告时生成文件夹：index.html 和每份报告一页。',
  'only the counts, no single findings': '只显示统计，不逐条列出',
  'no counts, no progress': '不显示统计和进度',
  'print every report as JSON, CSV, XLSX or Parquet': '把报告输出为 JSON、CSV、XLSX 或 Parquet',
  'output format (default: ndjson, or that of the -o extension)': '输出格式（默认：ndjson，或按 -o 的扩展名）',
  'output format (default: csv, or that of the -o extension)': '输出格式（默认：csv，或按 -o 的扩展名）',
  'output format: annotations of GitHub, JUnit, a difference a line': '输出格式：文本、GitHub 标注、JUnit、每行一处差异',
  'indent the JSON (default on a terminal)': '缩进 JSON（终端默认）',
  'one report a line, also on a terminal': '每份报告一行，终端上也是',
  'leave out members: sections,cells,…': '省略成员：sections,cells,…',
  'ndjson: a line {"id","text"} or {"path"} on standard input, a report a line out, at once': 'ndjson：标准输入每行一个 {"id","text"} 或 {"path"}，随即输出一行报告',
  'with --input-format ndjson: no line may name a file, which is read with the rights of this process': '与 --input-format ndjson 同用：各行不得指定文件（文件以本进程的权限读取）',
  'write the rows of this table (default: whole reports in JSON and XLSX, cells in CSV and Parquet)': '输出此表的各行（默认：JSON、XLSX 为整份报告，CSV、Parquet 为单元格）',
  'CSV: one row a report instead of one row a cell': 'CSV：每份报告一行，而非每个单元格一行',
  'CSV: with a byte order mark and CRLF, as Excel wants it': 'CSV：带字节顺序标记和 CRLF，供 Excel 打开',
  'CSV: gb18030 for Excel and WPS of old': 'CSV：gb18030 供旧版 Excel、WPS 打开',
  'write the text that lines and columns count in, one file a report': '输出行列号所依据的文本，每份报告一个文件',
  'write to a file (format from its extension) or, with a trailing slash, one JSON a report into a folder': '写入文件（格式按扩展名）；以斜杠结尾则写入文件夹，每份报告一个 JSON',
  'write to a file (format from its extension)': '写入文件（格式按扩展名）',
  'go on with an interrupted run into the same -o': '续写上次中断的同一 -o',
  'where a number comes from: its label, its line, the rules it takes part in': '说明数字的来历：标签、所在行、参与的勾稽关系',
  'a report; - for standard input': '一份报告；- 为标准输入',
  'a cell (applications.received.total), the start of some, or the metric of facts; without it the list of cells': '单元格（applications.received.total）、其前缀或事实的指标；不填则列出全部单元格',
  'one row for an agency, a year and a measure: applications received, granted, refused by ground, …': '年度序列：每个机关、年度、指标一行（收到申请、予以公开、各类不予公开等）',
  'list the measures: code, Chinese and English name, unit': '列出指标：代码、中英文名称、单位',
  'hold every report of a folder against the expected.json beside it': '把文件夹中每份报告与旁边的 expected.json 核对',
  'a folder, walked: report.txt beside expected.json, or NAME.txt beside NAME.expected.json': '文件夹（含子文件夹）：report.txt 与 expected.json，或 NAME.txt 与 NAME.expected.json 并列',
  'write what came out; files marked "reviewed": true stay': '写入识别结果；标有 "reviewed": true 的文件不动',
  'with --update: write over reviewed files too': '与 --update 同用：人工核对过的文件也覆盖',
  'only this report, or the reports of this folder; may be repeated': '只核对此报告或此文件夹中的报告；可重复',
  'print the JSON Schema of a report': '输出报告的 JSON Schema',
  'a page to look at: every report beside its form, many with an index; without PATH a workbench that parses what is dropped on it': '网页：每份报告与官方表格对照，多份带目录；不给路径则为可拖入文件的工作台',
  'the page (audit.html) or, with a trailing slash, a folder of pages': '网页文件（audit.html）；以斜杠结尾则为网页文件夹',
  'language of messages, help and the page when it opens (default: from the locale)': '消息、帮助及网页打开时的语言（默认：按系统区域）',
  'every finding code: severity, origin, rule, eras, sentence, why it exists': '全部问题代码：级别、规则、适用格式、句式、缘由',
  'a code, or the beginning of some (applications); without it all of them': '代码或类别（applications）；不填则列出全部',
  'what changed between two reports of one body: cells, sections, facts': '比较同一机关的两份报告：单元格、章节、事实的变化',
  'the earlier report; - for standard input': '较早的报告；- 为标准输入',
  'the later report': '较晚的报告',
  'print the completion script of a shell': '输出命令行补全脚本',
  'print the manual page': '输出手册页',
  'the shell': '命令行解释器',
  '(default: {})': '（默认：{}）', '(choices: {})': '（可选：{}）',
  'Not a number from 1 on.': '须为 1 以上的整数。', 'Not a number of seconds above 0.': '须为大于 0 的秒数。',
  'Examples:': '示例：',
  'Exit 0 where nothing changed, 1 where something did.': '退出码：0 没有变化，1 有变化。',
  'An expectation is a report, or some of its members: what it leaves out is not judged, source.path never is.': '预期结果可以是整份报告或其中一部分：没有写明的不核对，source.path 一律不核对。',
  'Exit 1 on a difference, on a report without an expectation and on an expectation without its report.': '有差异、报告缺少预期结果或预期结果缺少报告时，退出码为 1。',
};

/** A piece of help in the user's language; what is not known stays as it is. */
export function helpText(text: string, language: Language): string {
  return language === 'en' ? text : HELP[text] ?? text;
}

/** A paragraph of help, line by line. */
export function helpLines(text: string, language: Language): string {
  return language === 'en' ? text : HELP[text] ?? text.split('\n').map((line) => HELP[line] ?? line).join('\n');
}

/** Whether the table has a text. */
export function isTranslated(text: string): boolean {
  return Object.hasOwn(HELP, text);
}
