/**
 * What the command says beside its output, in Chinese. The program speaks English where a message is made (a worker, a library, a
 * reader); what the user is told is turned here, at the edge, by the sentence. What stands in braces is kept as it is.
 */
import type { Language } from './language.ts';

const SAID: readonly (readonly [en: string, zh: string])[] = [
  ['no such file or folder', '没有这个文件或文件夹'],
  ['permission denied', '没有权限'],
  ['is a folder', '是文件夹'],
  ['is a device', '是设备'],
  ['is a socket', '是套接字'],
  ['part of the path is not a folder', '路径中有一部分不是文件夹'],
  ['too many links', '链接层数过多'],
  ['the name is too long', '名称过长'],
  ['no space left on the device', '磁盘空间不足'],
  ['the file is too large', '文件过大'],
  ['the file system takes no changes', '文件系统只读'],
  ['it is on another file system', '不在同一文件系统'],
  ['the device failed', '设备故障'],
  ['the file is empty', '文件为空'],
  ['the text is empty', '文本为空'],
  ['matches no file', '没有匹配的文件'],
  ['holds no readable file', '其中没有可读取的文件'],
  ['no readable file in this folder ({kinds})', '文件夹中没有可读取的文件（{kinds}）'],
  ['not a text file ({kind})', '不是文本文件（{kind}）'],
  ['a pipe into which nobody writes', '管道没有写入者'],
  ['its name leads out of the output folder', '名称超出输出文件夹'],
  ['the line is blank', '空行'],
  ['no JSON', '不是 JSON'],
  ['not valid JSON', 'JSON 格式有误'],
  ['not a report in JSON', '不是 JSON 格式的报告'],
  ['neither "text" nor "path" is a string', '“text”和“path”都不是字符串'],
  ['a path, which --no-path forbids', '含路径，--no-path 不允许'],
  ['The {format} file is damaged and cannot be read: {detail}', '{format} 文件已损坏，无法读取：{detail}'],
  ['The {format} file is protected by a password.', '{format} 文件有密码保护，无法读取。'],
  ['None of the {pages} pages of the PDF holds text: it is a scan, which has to go through character recognition first.', 'PDF 共 {pages} 页，均无文字层（扫描件），需先做文字识别（OCR）。'],
  ['The {format} file holds no text.', '{format} 文件没有文字内容。'],
  ['The {format} file unpacks to more than {limit} bytes.', '{format} 文件解压后超过 {limit} 字节。'],
  ['The {format} file unpacks to more than {limit} times its size.', '{format} 文件的解压比超过 {limit} 倍。'],
  ['The archive holds more than {limit} files.', '压缩包内文件超过 {limit} 个。'],
  ['The file is {what}, which is no format that can be read.', '无法读取该文件格式：{what}。'],
  ['waiting for a report on standard input, which is a terminal: Ctrl-D ends it; name a file, a folder or a pattern to read that', '正在等待从终端输入报告，按 Ctrl-D 结束；要读取文件，请给出文件、文件夹或通配符'],
  ['standard input cannot be both the list of files and a report', '标准输入不能既是文件清单又是报告'],
  ['--csv-encoding is for CSV: --format csv, or -o FILE.csv', '--csv-encoding 只用于 CSV：--format csv 或 -o 文件.csv'],
  ['--emit-text is for files, not for --input-format ndjson', '--emit-text 用于文件，不用于 --input-format ndjson'],
  ['--force says what --update may write over; it does nothing by itself', '--force 须与 --update 同用，单独使用没有作用'],
  ['--no-path goes with --input-format ndjson', '--no-path 须与 --input-format ndjson 同用'],
  ['--omit leaves members of reports out; a table has columns', '--omit 用于省略报告的成员，表格不适用'],
  ['--resume goes on with a file or a folder: name it with -o', '--resume 用于续写文件或文件夹：请用 -o 指定'],
  ['--wide is a table of its own: no --table', '--wide 本身就是一种表格，不能与 --table 同用'],
  ['--resume cannot go on with {what}: resume into a folder, ndjson or csv', '--resume 不能续写 {what}：请用文件夹、ndjson 或 csv'],
  ['--resume cannot go on with a series, which is written when all reports are read', '--resume 不能续写年度序列：读完全部报告才写出'],
  ['{options}: does nothing for {format}', '{options}：对 {format} 没有作用'],
  ['explain takes one report', 'explain 只接受一份报告'],
  ['diff takes one report on either side', 'diff 两边各为一份报告'],
  ['{format} is nothing for a terminal: name a file with -o, or send standard output elsewhere', '{format} 不宜输出到终端：请用 -o 指定文件，或重定向标准输出'],
  ['{folder} is no folder; --only names a single report of one', '{folder} 不是文件夹；单份报告请用 --only 指定'],
  ['{folder}: no report here to verify', '{folder}：没有可核对的报告'],
  ['{folder}: no report here to verify that --only names', '{folder}：没有 --only 指定的报告'],
  ['--rule: no code {code} (gov-report rules lists them)', '--rule：没有代码 {code}（gov-report rules 可列出）'],
  ['no code {code} (gov-report rules lists them)', '没有代码 {code}（gov-report rules 可列出）'],
  ['-o {file}: no format has the extension {extension}; name one with --format, or end a folder with /', '-o {file}：没有对应扩展名 {extension} 的格式；请用 --format 指定，文件夹请以 / 结尾'],
  ['-o {folder} is a folder: it takes one JSON a report, not {format}', '-o {folder} 是文件夹：每份报告一个 JSON，不能用 {format}'],
  ['-o {folder} is a folder: it takes one JSON a report; a table is one file', '-o {folder} 是文件夹：每份报告一个 JSON；表格须写入一个文件'],
  ['cannot write standard output: {why}', '无法写入标准输出：{why}'],
  ['so many reports make a folder: -o {folder}, or a name in .html', '报告数量较多，须写入文件夹：-o {folder}，或以 .html 结尾的文件名'],
  ['cannot write {path}: {input} is an input', '无法写入 {path}：{input} 是输入文件'],
  ['cannot write {path}: it is an input', '无法写入 {path}：它是输入文件'],
  ['no cell or fact {what} in this report of era {era} (explain FILE lists them)', '报告（格式 {era}）中没有单元格或事实 {what}（explain 文件 可列出）'],
  ['no cell or fact {what} in this report of era {era}; there is {near}', '报告（格式 {era}）中没有单元格或事实 {what}；有 {near}'],
  ['no expectation beside it ({path})', '旁边没有预期结果（{path}）'],
  ['written', '已写入'],
  ['reviewed, not written over (--force does)', '已人工核对，未覆盖（--force 可覆盖）'],
  ['no report beside it', '旁边没有报告'],
  ['internal error, please report it', '内部错误，请反馈'],
  ['internal error, please report it: {stack}', '内部错误，请反馈：{stack}'],
  ['standard input', '标准输入'],
  // The command line itself, as the library words it.
  ["error: unknown option '{option}'", '错误：没有选项 {option}'],
  ["error: unknown command '{command}'", '错误：没有命令 {command}'],
  ["error: missing required argument '{argument}'", '错误：缺少参数 {argument}'],
  ["error: option '{option}' argument missing", '错误：选项 {option} 缺少参数'],
  ["error: option '{option}' argument '{value}' is invalid. Allowed choices are {choices}.", '错误：选项 {option} 不接受 {value}，可选：{choices}'],
  ["error: option '{option}' argument '{value}' is invalid. {why}", '错误：选项 {option} 不接受 {value}。{why}'],
  ['error: too many arguments{rest}', '错误：参数过多{rest}'],
  ['(Did you mean {names}?)', '（是否为 {names}？）'],
  ['(gov-report --help lists commands and options)', '（gov-report --help 列出命令和选项）'],
];

/** Messages longer than this are a stack or a text of others. */
const LONGEST = 2000;

let patterns: { pattern: RegExp; zh: string }[] | null = null;

function prepared(): { pattern: RegExp; zh: string }[] {
  return (patterns ??= SAID.map(([en, zh]) => ({
    pattern: new RegExp(`^${en.split(/(\{\w+\})/).map((part) => (/^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+?)` : part.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'))).join('')}$`),
    zh,
  })));
}

/** A message in the user's language; one that is not known stays as it is. */
export function translate(message: string, language: Language): string {
  return language === 'en' || message.length > LONGEST ? message : inChinese(message) ?? message;
}

function inChinese(message: string): string | null {
  if (message.startsWith('gov-report: ')) {
    const rest = inChinese(message.slice('gov-report: '.length));
    return rest === null ? null : `gov-report: ${rest}`;
  }
  for (const { pattern, zh } of prepared()) {
    const found = pattern.exec(message);
    if (found !== null) return zh.replace(/\{(\w+)\}/g, (_, name: string) => inChinese(found.groups?.[name] ?? '') ?? found.groups?.[name] ?? '');
  }
  // A place, and what is said of it.
  for (let at = message.indexOf(': '); at > 0; at = message.indexOf(': ', at + 1)) {
    const rest = inChinese(message.slice(at + 2));
    if (rest !== null) return `${inChinese(message.slice(0, at)) ?? message.slice(0, at)}：${rest}`;
  }
  return null;
}
