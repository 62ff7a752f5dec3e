import { addMonths, shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import { CITIES } from '../places/districts.ts';
import type { World } from '../world/world.ts';

interface Consultation {
  id: string;
  region: string;
  heldAt: Date;
  leadIds: string[];
}

/** The monthly consultations 会商 of the prosecutors and the federation, by city. */
export interface Consultations {
  /** The consultation at which a lead that was open in that time is discussed, or null; it remembers the lead. */
  discuss(leadId: string, region: string, from: Date, to: Date): Date | null;
  /** Writes those that had something to discuss. */
  close(): void;
}

const DISCUSSED = 0.3;
const MOST_LEADS = 8;

export function createConsultations(world: World): Consultations {
  const { calendar, random, users } = world;
  const held: Consultation[] = [];
  for (const { code } of CITIES) {
    if (!users.find('PROSECUTORS', code) || !users.find('WOMENS_FEDERATION', code)) continue;
    for (let month = 0; ; month += 1) {
      const day = addMonths('2022-01-10', month);
      const heldAt = calendar.after(new Date(`${day}T00:00:00+08:00`), 0, 12);
      if (!calendar.isPast(heldAt)) break;
      held.push({ id: random.uuid(heldAt), region: code, heldAt, leadIds: [] });
    }
  }
  return {
    discuss(leadId, region, from, to) {
      if (!random.chance(DISCUSSED)) return null;
      const city = `${region.slice(0, 4)}00`;
      const found = held.find(
        (each) => each.region === city && each.heldAt > from && each.heldAt < to && each.leadIds.length < MOST_LEADS,
      );
      found?.leadIds.push(leadId);
      return found?.heldAt ?? null;
    },
    close() {
      for (const each of held) if (each.leadIds.length > 0) addConsultation(world, each);
    },
  };
}

function addConsultation({ rows, users, random }: World, { id, region, heldAt, leadIds }: Consultation): void {
  const isWide = random.chance(0.3);
  rows.add('PROSECUTORS', 'consultations', {
    id,
    held_on: shanghaiDay(heldAt),
    region_code: region,
    participants: ['PROSECUTORS', 'WOMENS_FEDERATION', ...(isWide ? ['JUSTICE'] : [])],
    minutes: `【演示】通报 ${leadIds.length} 条线索的办理情况，核对困难情形，商定后续帮扶。`,
    decisions: ['对符合条件的线索加快审查。（演示）', '由妇联协调后续帮扶措施。（演示）'],
    recorded_by: users.of('PROSECUTORS', region).username,
  });
  for (const leadId of leadIds) rows.add('PROSECUTORS', 'consultation_leads', { lead_id: leadId, consultation_id: id });
}
