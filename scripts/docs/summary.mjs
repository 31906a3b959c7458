// What the READMEs say of accuracy and speed, taken from the pages that the measurements are written into: one figure, one place.
import { NAMES } from '../floors.mjs';

const GROUPS = {
  cases: { en: 'made-up reports in the layouts of real tools', zh: '模拟报告，各种真实工具产生的版式' },
  rawCases: { en: 'the same as `pdftotext -raw` has them: blanks leave no trace', zh: '同上，`pdftotext -raw` 版式（空白格不留痕迹）' },
  misread: { en: 'the same through optical recognition that misread digits', zh: '同上，经 OCR 且数字有误认' },
  reports: { en: 'real reports, read by hand', zh: '真实报告，逐格人工核对' },
  probes: { en: 'small documents, one for each kind of trouble', zh: '探针文档，每份针对一类疑难' },
  heads: { en: 'heads of real pages', zh: '真实网页的页首' },
};
/** Measures worth a place on the first page. */
const SHOWN = {
  cases: ['recall', 'precision', 'perfect'], rawCases: ['recall', 'precision'], misread: ['recall', 'precision'],
  reports: ['table faults'], probes: ['table faults'], heads: ['year', 'agency', 'title'],
};
const MEASURES = {
  recall: { en: 'recall', zh: '召回' }, precision: { en: 'precision', zh: '准确' }, perfect: { en: 'perfect', zh: '全对' },
  'table faults': { en: 'faults in tables', zh: '表格差错' }, year: { en: 'year', zh: '年度' }, agency: { en: 'agency', zh: '机关' }, title: { en: 'title', zh: '标题' },
};
const WORDS = {
  en: { head: ['over', 'measured (aim)'], percent: ' %', join: ', ', say: (measure, value, aim) => `${measure} ${value} (${aim})` },
  zh: { head: ['范围', '实测（目标）'], percent: '%', join: '，', say: (measure, value, aim) => `${measure} ${value}（${aim}）` },
};

/** @param page docs/accuracy.md */
export function accuracySummary(page, language) {
  const { head, percent, join, say } = WORDS[language];
  const rows = page.split('\n').filter((line) => /^\| .* \|$/.test(line)).map((line) => line.slice(2, -2).split(' | '));
  const lines = Object.entries(SHOWN).map(([group, measures]) => {
    const values = measures.map((measure) => {
      const [, , measured, aim] = rows.find(([over, what]) => over === NAMES[group] && what === measure) ?? [];
      if (measured === undefined) throw new Error(`docs/accuracy.md has no ${measure} of ${NAMES[group]}`);
      const unit = measure === 'table faults' ? '' : percent;
      return say(MEASURES[measure][language], `${measured}${unit}`, aim === '–' ? aim : `${aim}${unit}`);
    });
    return `| ${GROUPS[group][language]} | ${values.join(join)} |`;
  });
  return [`| ${head.join(' | ')} |`, '|---|---|', ...lines].join('\n');
}

const SETS = { 'the fixtures': { en: 'the fixtures', zh: '测试样例' }, 'real reports': { en: 'real reports', zh: '真实报告' } };

/** @param page docs/speed.md */
export function speedSummary(page, language) {
  const rows = page.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.slice(2, -2).split(' | '));
  return rows.filter(([over]) => Object.hasOwn(SETS, over)).map(([over, texts, size, each, ratio]) => {
    const times = /^[\d.]+/.exec(ratio)[0];
    return language === 'en'
      ? `- ${SETS[over].en} (${texts} texts of ${size} KB): ${each} ms each, ${times} times decoding them and splitting them into lines`
      : `- ${SETS[over].zh}（${texts} 份，平均 ${size} KB）：每份 ${each} 毫秒，为仅解码、分行所需时间的 ${times} 倍`;
  }).join('\n');
}
