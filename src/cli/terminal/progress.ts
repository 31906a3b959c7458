/** The progress line: only on a terminal, gone when the run is. */
import type { Language } from '../../messages/language.ts';
import { languageOfUser, type Io } from './io.ts';

const EVERY = 100;
const CLEAR = '\r\u001B[K';

export class Progress {
  readonly #io: Io;
  readonly #total: number;
  readonly #shown: boolean;
  readonly #started = performance.now();
  #done = 0;
  #errors = 0;
  #last = 0;
  #drawn = false;
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(io: Io, total: number, quiet: boolean) {
    this.#io = io;
    this.#total = total;
    this.#shown = io.stderr.isTTY === true && !quiet && total > 1;
    if (this.#shown) this.#timer = setInterval(() => { this.#draw(); }, 1000).unref();
  }

  /** An input is done. */
  step(failed: boolean): void {
    this.#done++;
    if (failed) this.#errors++;
    if (this.#shown && performance.now() - this.#last >= EVERY) this.#draw();
  }

  /** Takes the line away: before anything else is said, and at the end. */
  clear(): void {
    if (this.#drawn) this.#io.stderr.write(CLEAR);
    this.#drawn = false;
  }

  end(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #draw(): void {
    const now = performance.now();
    this.#last = now;
    this.#drawn = true;
    this.#io.stderr.write(CLEAR + progressLine(this.#done, this.#total, this.#errors, (now - this.#started) / 1000, languageOfUser(this.#io)).slice(0, (this.#io.stderr.columns ?? 80) - 1));
  }
}

/** `1200 of 5000 (24%), 812/s, 5 s left, 3 not read` */
export function progressLine(done: number, total: number, errors: number, seconds: number, language: Language = 'en'): string {
  const rate = seconds > 0 ? done / seconds : 0;
  if (language === 'zh') {
    return [
      `${done} / ${total}（${Math.floor((100 * done) / total)}%）`,
      ...(rate > 0 ? [`每秒 ${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)} 份`, `剩余约 ${Math.ceil((total - done) / rate)} 秒`] : []),
      ...(errors > 0 ? [`${errors} 份无法读取`] : []),
    ].join('，');
  }
  return [
    `${done} of ${total} (${Math.floor((100 * done) / total)}%)`,
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)}/s`, `${duration((total - done) / rate)} left`] : []),
    ...(errors > 0 ? [`${errors} not read`] : []),
  ].join(', ');
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
