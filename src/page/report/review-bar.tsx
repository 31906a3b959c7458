/** What a person has judged so far, and the file that comes of it. */
import { download } from '../dom.ts';
import type { Model } from '../model.ts';
import { expectationName, expectationOf } from '../review.ts';
import { marks } from '../state.ts';
import { t } from '../words.ts';

export function Review({ model }: { model: Model }) {
  const all = Object.values(marks.value);
  const right = all.filter(({ verdict }) => verdict === 'right').length;
  const unsaid = all.filter((mark) => mark.verdict === 'wrong' && mark.value === undefined).length;
  const expectation = expectationOf(model.report, marks.value);
  const name = expectationName(model.report.source.path);
  return (
    <section class="review screen-only" aria-labelledby="review-title">
      <h2 id="review-title">{t('review')}</h2>
      <p aria-live="polite">{t('marked', { right, wrong: all.length - right })}{unsaid === 0 ? '' : ` · ${t('unsaid', { count: unsaid })}`}</p>
      <p>
        <button type="button" class="download" disabled={expectation === null} onClick={() => { download(name, JSON.stringify(expectation, null, 2) + '\n', 'application/json'); }}>{t('download', { name })}</button>
        {' '}<span class="nothing">{t('reviewHint')}</span>
      </p>
    </section>
  );
}
