/** Somebody of the demo community, who does everything through the same functions as a person with a telephone. */
import type { ActionName, InputOf, OutputOf, Reply } from '../../typings/contract/actions';
import type { MediaKind } from '../../typings/contract/media';
import type { Cloud } from '../cloud';

export interface File {
  readonly kind: MediaKind;
  readonly content: Buffer;
  readonly seconds?: number;
}

let attempts = 0;

export class Actor {
  readonly openid: string;
  readonly name: string;
  /** The id under which the server keeps the person; known once the person has joined. */
  id = '';
  private readonly cloud: Cloud;

  constructor(cloud: Cloud, openid: string, name: string) {
    this.cloud = cloud;
    this.openid = openid;
    this.name = name;
  }

  /** Throws on a refusal: a demo that is half made helps nobody. */
  async does<A extends ActionName>(action: A, input: InputOf<A>): Promise<OutputOf<A>> {
    attempts += 1;
    const [feature = ''] = action.split('.');
    const event = { action, input, attemptId: `seed-${String(attempts).padStart(6, '0')}` };
    const { result } = await this.cloud.functions.invoke(feature, event, { kind: 'person', openid: this.openid });
    const reply = JSON.parse(result) as Reply<OutputOf<A>>;
    if (!reply.ok) throw new Error(`${this.name} ${action}: ${reply.error.code} ${reply.error.message}`);
    return reply.data;
  }

  /** Ticket, upload, claim; gives the id of the file. */
  async sends({ kind, content, seconds }: File): Promise<string> {
    const { ticketId, cloudPath } = await this.does('media.ticket', { kind, bytes: content.length, ...(seconds !== undefined && { seconds }) });
    this.cloud.files.save(cloudPath, content, this.openid);
    return (await this.does('media.claim', { ticketId, fileId: this.cloud.files.fileIdOf(cloudPath) })).id;
  }
}
