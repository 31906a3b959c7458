/** What the command says when the page is written. */
import type { Language } from '../../../messages/language.ts';

export interface Written {
  /** `null` of a workbench. */
  reports: number | null;
  unread: number;
  /** The file to open. */
  open: string;
  /** The number of reports beyond which they make a folder, where that is why there is one. */
  folderBeyond: number | null;
}

export function told(written: Written, language: Language): string {
  return language === 'zh' ? inChinese(written) : inEnglish(written);
}

function inEnglish({ reports, unread, open, folderBeyond }: Written): string {
  if (reports === null) return `a workbench; open ${open} in a browser`;
  const many = folderBeyond === null ? '' : `more than ${String(folderBeyond)} reports make a folder; `;
  return `${many}${String(reports)} ${reports === 1 ? 'report' : 'reports'}${unread === 0 ? '' : `, ${String(unread)} not read`}; open ${open} in a browser`;
}

function inChinese({ reports, unread, open, folderBeyond }: Written): string {
  if (reports === null) return `已生成工作台；请用浏览器打开 ${open}`;
  const many = folderBeyond === null ? '' : `报告超过 ${String(folderBeyond)} 份，生成文件夹；`;
  return `${many}${String(reports)} 份报告${unread === 0 ? '' : `，${String(unread)} 份无法读取`}；请用浏览器打开 ${open}`;
}
