/** Right or wrong, as a person judges it; where it is wrong, what it should read. */
import { useState } from 'preact/hooks';
import { typedValue, type Mark } from '../review.ts';
import { marks, setMark } from '../state.ts';
import { t } from '../words.ts';

export function Verdict({ address, numeric = false }: { address: string; numeric?: boolean }) {
  const mark = marks.value[address];
  return (
    <span class="verdicts screen-only">
      <button type="button" class="right" aria-pressed={mark?.verdict === 'right'} title={t('right')} onClick={() => { setMark(address, mark?.verdict === 'right' ? null : { verdict: 'right' }); }}>✓ {t('right')}</button>
      <button type="button" class="wrong" aria-pressed={mark?.verdict === 'wrong'} title={t('wrong')} onClick={() => { setMark(address, mark?.verdict === 'wrong' ? null : { verdict: 'wrong', value: undefined }); }}>✗ {t('wrong')}</button>
      {mark?.verdict === 'wrong' ? <Correction key={address} address={address} mark={mark} numeric={numeric} /> : null}
    </span>
  );
}

function Correction({ address, mark, numeric }: { address: string; mark: Mark & { verdict: 'wrong' }; numeric: boolean }) {
  const [text, setText] = useState(mark.value == null ? '' : String(mark.value));
  const [refused, setRefused] = useState(false);
  const isNumber = numeric || address === 'metadata.year';
  const apply = (event: Event): void => {
    event.preventDefault();
    const value = isNumber ? typedValue(text) : text.trim() === '' ? null : text.trim();
    setRefused(value === undefined);
    if (value !== undefined) setMark(address, { verdict: 'wrong', value });
  };
  return (
    <form class="correction" onSubmit={apply}>
      <label>{t('shouldBe')} <input value={text} size={isNumber ? 8 : 20} placeholder={mark.value === null ? t('nothing') : ''} title={isNumber ? t('shouldBeHint') : ''} aria-invalid={refused} onInput={(event) => { setText(event.currentTarget.value); }} /></label>
      <button type="submit">{t('apply')}</button>
      {mark.value === undefined ? null : <b>→ {mark.value ?? t('nothing')}</b>}
      {refused ? <em role="alert">{t('notANumber')}</em> : null}
    </form>
  );
}
