/** Who reports on what, and how the file was read. The members a person can judge carry their marks. */
import { JUDGED_METADATA } from '../review.ts';
import type { Model } from '../model.ts';
import { eraWord, t } from '../words.ts';
import { Verdict } from './verdict.tsx';

export function About({ model }: { model: Model }) {
  const { metadata, source, template } = model.report;
  const { period, region } = metadata;
  const rows: readonly (readonly [string, string | null])[] = [
    [t('region'), region === null ? null : `${region.path.join(' › ')} (${region.code})`],
    [t('period'), period === null ? null : `${period.from} – ${period.to}`],
    [t('era'), `${eraWord(template.era)} · ${t('confidence')} ${Math.round(template.confidence * 100)}%`],
    [t('file'), source.path], [t('encoding'), source.encoding === null ? source.format : `${source.format}, ${source.encoding}`], ['SHA-256', source.sha256],
  ];
  return (
    <section class="about" aria-labelledby="about-title">
      <h2 id="about-title">{t('metadata')}</h2>
      <dl>
        {JUDGED_METADATA.map((name) => {
          const value = metadata[name];
          return <Row key={name} label={t(name)} value={value === null ? null : String(value)}><Verdict address={`metadata.${name}`} /></Row>;
        })}
        {rows.map(([label, value]) => <Row key={label} label={label} value={value} />)}
      </dl>
    </section>
  );
}

function Row({ label, value, children }: { label: string; value: string | null; children?: preact.ComponentChildren }) {
  return <div><dt>{label}</dt><dd>{value === null ? <span class="nothing">{t('unknown')}</span> : <span lang="zh-CN">{value}</span>} {children}</dd></div>;
}
