import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeAt, Duties, type Duty } from '../duties.ts';
import { absences } from './absences.ts';

let duties: Duties;
beforeAll(async () => {
  duties = await Duties.open();
});
afterAll(() => duties.hub.stop());

const { came, shown } = absences(() => duties);
const kinds = async (here: Duty): Promise<string[]> =>
  (await shown(here))
    .map(({ kind }) => kind.replace('volunteering.', ''))
    .filter((kind) => kind.startsWith('service-'));
const noShow = (here: Duty) => duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, noShow: true }]);

it('service that was refused after a correction and counts again: the last word in the inbox is that it counts', async () => {
  const here = await duties.duty();
  here.at(70);
  expect((await came(here)).codes).toEqual([]);
  // What counts from the beginning needs no word.
  expect(await kinds(here)).toEqual([]);
  expect((await noShow(here)).codes).toEqual([]);
  expect(await kinds(here)).toEqual(['service-rejected']);
  expect((await came(here)).codes).toEqual([]);
  expect((await duties.written(here.signup)).service).toBe('APPROVED');
  expect(await kinds(here)).toEqual(['service-approved']);
  // Said again it is no news.
  expect((await came(here)).codes).toEqual([]);
  expect(await kinds(here)).toEqual(['service-approved']);
});

it('also where the code of the volunteer, sent late, is what makes it count again', async () => {
  const here = await duties.duty();
  here.at(70);
  expect((await came(here)).codes).toEqual([]);
  expect((await noShow(here)).codes).toEqual([]);
  const [cameThen, leftThen] = [here.moment(0), here.moment(50)];
  const { codes } = await duties.report(here, [
    { kind: 'IN', token: await codeAt(here.shift.id, cameThen), happenedAt: cameThen, nonce: 'in' },
    { kind: 'OUT', token: await codeAt(here.shift.id, leftThen), happenedAt: leftThen, nonce: 'out' },
  ]);
  const { service } = await duties.written(here.signup);
  // Whichever way the hub takes it, the inbox says the same.
  expect([codes, (await kinds(here))[0]]).toEqual([
    [],
    service === 'APPROVED' ? 'service-approved' : 'service-rejected',
  ]);
  expect(service).toBe('APPROVED');
});
