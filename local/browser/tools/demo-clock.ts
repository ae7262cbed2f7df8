/** The local cloud's clock, which can be moved. Times are those of China, wherever the browser is. */
import { cloudHeaders } from '../runtime/person';
import { Signal } from '../runtime/signal';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const CHINA_AHEAD_MS = 8 * HOUR_MS;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const TUESDAY = 2;

interface ClockAnswer {
  offsetMs: number;
  now: number;
}

class DemoClock {
  /** After each answer of the cloud; also when it was not there. */
  readonly changed = new Signal<void>();
  private offset: number | null = null;

  /** False while the page runs without a cloud. */
  get isThere(): boolean {
    return this.offset !== null;
  }

  /** Epoch ms. */
  now(): number {
    return Date.now() + (this.offset ?? 0);
  }

  async read(): Promise<void> {
    await this.ask('GET');
  }

  async forward(ms: number): Promise<void> {
    await this.ask('POST', { by: ms });
  }

  async moveTo(epochMs: number): Promise<void> {
    await this.ask('POST', { to: epochMs });
  }

  private async ask(method: string, body?: object): Promise<void> {
    const response = await fetch('/control/clock', { method, headers: cloudHeaders(), ...(body && { body: JSON.stringify(body) }) }).catch(() => null);
    this.offset = response?.ok ? ((await response.json()) as ClockAnswer).offsetMs : null;
    this.changed.emit();
  }
}

export const demoClock = new DemoClock();

/** `3月3日 周二 16:35` */
export function inWords(epochMs: number): string {
  const china = new Date(epochMs + CHINA_AHEAD_MS);
  const day = `${china.getUTCMonth() + 1}月${china.getUTCDate()}日 ${WEEKDAYS[china.getUTCDay()] ?? ''}`;
  return `${day} ${china.toISOString().slice(11, 16)}`;
}

/** For and from `<input type="datetime-local">`. */
export function toField(epochMs: number): string {
  return new Date(epochMs + CHINA_AHEAD_MS).toISOString().slice(0, 16);
}

export function fromField(text: string): number {
  return Date.parse(`${text}:00+08:00`);
}

/** 16:35 of the next Tuesday, a mediation day and pickup hour; today's has passed or is running. */
export function nextTuesday(epochMs: number): number {
  const china = new Date(epochMs + CHINA_AHEAD_MS);
  const days = (TUESDAY - china.getUTCDay() + 7) % 7 || 7;
  const midnight = Date.UTC(china.getUTCFullYear(), china.getUTCMonth(), china.getUTCDate() + days);
  return midnight - CHINA_AHEAD_MS + 16 * HOUR_MS + 35 * 60_000;
}
