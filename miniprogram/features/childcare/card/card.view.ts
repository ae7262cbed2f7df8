/** 接送卡: what is printed on it. Nothing that tells a stranger where the child lives or whom to ring. */
import { cardText } from '../../../domain/childcare/pickup-codes';
import { groupedCode } from '../../../domain/letter/word';
import { qrPicture } from '../../../domain/qr/picture';

export interface Card {
  readonly nickname: string;
  readonly picture: string;
  /** To be typed when no camera works. */
  readonly groups: string;
}

export function cardOf(nickname: string, code: string): Card {
  return { nickname, picture: qrPicture(cardText(code)), groups: groupedCode(code) };
}

/** As much of WeChat's canvas 2d as is drawn with. */
export interface Pen {
  fillStyle: string;
  font: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  drawImage(image: unknown, x: number, y: number, width: number, height: number): void;
}

/** Pixels of the picture: a bank card at 300 dpi. */
export const paper = { width: 1012, height: 638 } as const;

/** Black on white: it is printed, and read by a camera in a corridor. */
export function drawCard(pen: Pen, { nickname, groups }: Card, picture: unknown): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, paper.width, paper.height);
  pen.drawImage(picture, 40, 90, 460, 460);
  pen.fillStyle = '#1a1f29';
  write(pen, 600, nickname, 540, 220, 88);
  write(pen, 400, '接送卡', 540, 300, 48);
  write(pen, 400, '到警务室给托管员扫一下', 540, 390, 36);
  write(pen, 400, groups, 540, 460, 32);
  write(pen, 400, '捡到请交给警务室', 540, 530, 32);
}

function write(pen: Pen, weight: number, text: string, x: number, y: number, size: number): void {
  pen.font = `${weight} ${size}px sans-serif`;
  pen.fillText(text, x, y);
}
