/** What a run has come to, in a line. */
import type { Language } from '../../messages/language.ts';
import type { Severity } from '../../schema/report.ts';
import { ERA_NAMES } from '../commands/eras.ts';
import { SEVERITY_NAMES } from '../commands/options.ts';
import type { Gist } from '../work/work.ts';

/** The line at the end: how many reports of which era, what was found, how long it took. */
export class Summary {
  failed = 0;
  /** Files of folders and archives that no reader takes. */
  others = 0;
  #reports = 0;
  /** Documents that are no reports of this kind. */
  #strangers = 0;
  readonly #eras = new Map<string, number>();
  readonly #severities = new Map<Severity, number>();

  add({ era, report, findings }: Gist): void {
    if (report) {
      this.#reports++;
      this.#eras.set(era, (this.#eras.get(era) ?? 0) + 1);
    } else this.#strangers++;
    for (const severity of SEVERITY_NAMES) this.#severities.set(severity, (this.#severities.get(severity) ?? 0) + findings.report[severity] + findings.reading[severity]);
  }

  toString(milliseconds: number, language: Language = 'en'): string {
    if (language === 'zh') return this.#inChinese(milliseconds);
    const eras = ERA_NAMES.filter((era) => this.#eras.has(era)).map((era) => `${era}: ${this.#eras.get(era)!}`);
    const findings = SEVERITY_NAMES.map((severity) => count(this.#severities.get(severity) ?? 0, severity === 'info' ? 'note' : severity));
    return [
      count(this.#reports, 'report') + (eras.length > 0 ? ` (${eras.join(', ')})` : ''),
      ...(this.#strangers > 0 ? [`${count(this.#strangers, 'document')} that ${this.#strangers === 1 ? 'is no report' : 'are no reports'}`] : []),
      ...(this.failed > 0 ? [`${this.failed} not read`] : []),
      ...(this.others > 0 ? [`${count(this.others, 'other file')} passed over`] : []),
      `findings: ${findings.join(', ')}`,
      `${(milliseconds / 1000).toFixed(2)} s`,
    ].join('; ');
  }

  #inChinese(milliseconds: number): string {
    const eras = ERA_NAMES.filter((era) => this.#eras.has(era)).map((era) => `${era}：${this.#eras.get(era)!}`);
    const [errors, warnings, notes] = SEVERITY_NAMES.map((severity) => this.#severities.get(severity) ?? 0);
    return [
      `${this.#reports} 份报告` + (eras.length > 0 ? `（${eras.join('，')}）` : ''),
      ...(this.#strangers > 0 ? [`${this.#strangers} 份不是年度报告`] : []),
      ...(this.failed > 0 ? [`${this.failed} 份无法读取`] : []),
      ...(this.others > 0 ? [`略过其他文件 ${this.others} 个`] : []),
      `问题：错误 ${errors}，警告 ${warnings}，提示 ${notes}`,
      `${(milliseconds / 1000).toFixed(2)} 秒`,
    ].join('；');
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
