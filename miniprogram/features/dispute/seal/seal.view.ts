/** 签字盖章: what both signed, and what is still missing. Pure. */
import type { DisputeView } from '../../../../typings/contract/dispute';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { formOf, readingOf, signersOf, type Reading, type SignerRow } from '../agreement/agreement.view';

export interface SealForm {
  way: 'phone' | 'paper';
  /** The drawn signature; empty until there is one. */
  drawn: string;
  photos: KeptPhoto[];
  isSealed: boolean;
}

export const emptyForm: SealForm = { way: 'phone', drawn: '', photos: [], isSealed: false };

export const wayChips = [
  { value: 'phone', label: '手机上签名' },
  { value: 'paper', label: '纸上签的，拍照' },
];

export interface SealView {
  readonly reading: Reading;
  readonly signers: readonly SignerRow[];
  /** Why the phone will not do; empty when it will. */
  readonly paperNote: string;
  readonly isPaper: boolean;
  /** Whose seal it is: the committee's, or that of the police who mediated (程序规定 第184条). */
  readonly stamp: string;
  /** What it takes, by which article. */
  readonly note: string;
}

const notes = {
  people: '双方都签了，就差您签名、盖章。盖好章才算生效，兑现的日子和司法确认的30天都从这一刻算起（人民调解法 第29条）。',
  police: '双方都签了，就差您签名、盖章。盖好章，兑现的日子就从这一刻算起；做到了，不再处罚（公安机关办理行政案件程序规定 第184、185条）。',
} as const;

/** Nothing when it is not for this reader to seal now. */
export function sealView(dispute: DisputeView): SealView | null {
  const { agreement, parties, number, now, moves, track } = dispute;
  if (!agreement || !moves.includes('seal')) return null;
  return {
    reading: readingOf(formOf(dispute), parties, number, track),
    signers: signersOf(agreement, parties, now),
    paperNote: agreement.paperOnly ?? '',
    isPaper: agreement.paperOnly !== undefined,
    stamp: track === 'security' ? '派出所的章' : '人民调解委员会的章',
    note: notes[track === 'security' ? 'police' : 'people'],
  };
}

export function problemsOf({ way, drawn, photos, isSealed }: SealForm): Record<string, string> {
  return {
    ...(way === 'phone' && drawn === '' && { file: '请先签上您的名字。' }),
    ...(way === 'paper' && photos.length === 0 && { file: '请拍下签好名、盖好章的那一页。' }),
    ...(way === 'paper' && photoProblem(photos) !== '' && { file: photoProblem(photos) }),
    ...(!isSealed && { isSealed: '盖好章，再记生效。' }),
  };
}
