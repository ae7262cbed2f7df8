/** A handover without a network: only to whoever stands on the signed roster. It is told to the server later, and looked at by police. */
import { newAttemptId } from '../../platform/call';
import { heldChild } from './held';
import { keepTap } from './unsent';

/** False when the roster is too old, or the person is not on it. */
export function handOverOffline(visitId: string, person: string): boolean {
  const held = heldChild(visitId);
  const line = held?.lines.find(({ personId }) => personId === person);
  if (!held || !line) return false;
  const { personId, signature, name } = line;
  keepTap({
    action: 'childcare.claimOffline',
    input: { id: visitId, personId, at: Math.floor(held.now), claimId: newAttemptId(), signature },
    what: `${held.child.nickname}交给${name}`,
    at: held.now,
  });
  void wx.vibrateShort({ type: 'light', fail: () => undefined });
  return true;
}
