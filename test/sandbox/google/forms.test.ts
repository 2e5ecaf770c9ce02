import { expect, test } from "vitest";

import { openOffice } from "./office.ts";

async function formOffice() {
  const { google, client, clock } = await openOffice();
  const { form } = google;
  form.ask({ title: "Nama", required: true }, { title: "Foto", kind: "upload" });
  const list = async (options: { filter?: string; pageSize?: number; pageToken?: string } = {}) => {
    const { data } = await client.forms.forms.responses.list({ formId: form.id, ...options });
    return data;
  };
  return { google, client, form, clock, list };
}

test("an untouched response has two times that differ below the millisecond", async () => {
  const { form, list } = await formOffice();
  form.submit({ Nama: "Tri" });
  const [response] = (await list()).responses ?? [];
  expect(response?.createTime).toMatch(/^2026-11-24T03:20:00\.000\d{3}Z$/);
  expect(response?.lastSubmittedTime).toMatch(/^2026-11-24T03:20:00\.000\d{3}Z$/);
  expect(response?.createTime).not.toBe(response?.lastSubmittedTime);
  expect(response).not.toHaveProperty("formId");
  expect(response).not.toHaveProperty("respondentEmail");
});

test("the filter knows microseconds: after its time a response does not come again", async () => {
  const { form, list } = await formOffice();
  form.submit({ Nama: "Tri" });
  const time = (await list()).responses?.[0]?.lastSubmittedTime ?? "";
  expect((await list({ filter: `timestamp >= ${time}` })).responses).toHaveLength(1);
  expect((await list({ filter: `timestamp > ${time}` })).responses).toBeUndefined();
  const cut = `${time.slice(0, 23)}Z`;
  expect((await list({ filter: `timestamp > ${cut}` })).responses).toHaveLength(1);
});

test.each([
  "timestamp < 2026-11-24T03:20:00Z",
  "timestamp > kemarin",
  "createTime > 2026-11-24T03:20:00Z",
])("the filter %s is refused", async (filter) => {
  const { list } = await formOffice();
  await expect(list({ filter })).rejects.toThrow("Invalid filter");
});

test("pages come in no order, and a token goes with its filter", async () => {
  const { form, list } = await formOffice();
  const sent = Array.from({ length: 12 }, (_, index) => form.submit({ Nama: `Tri ${index}` }));
  const first = await list({ pageSize: 8 });
  const second = await list({ pageSize: 8, pageToken: first.nextPageToken ?? "" });
  const ids = [...(first.responses ?? []), ...(second.responses ?? [])].map(
    (one) => one.responseId,
  );
  expect(second.nextPageToken).toBeUndefined();
  expect(ids).not.toEqual(sent);
  expect(new Set(ids)).toEqual(new Set(sent));
  await expect(
    list({ pageToken: first.nextPageToken ?? "", filter: "timestamp > 2026-01-01T00:00:00Z" }),
  ).rejects.toThrow("Invalid page token");
});

test("an edit keeps the id and is found by its new time only", async () => {
  const { form, clock, list } = await formOffice();
  const id = form.submit({ Nama: "Tri" }, { email: "tri@surel.example" });
  clock.now += 60_000;
  form.edit(id, { Nama: "Tri Wahyuni" });
  const { responses } = await list({ filter: "timestamp >= 2026-11-24T03:21:00Z" });
  expect(responses).toHaveLength(1);
  expect(responses?.[0]).toMatchObject({ responseId: id, respondentEmail: "tri@surel.example" });
  expect(responses?.[0]?.createTime).toMatch(/^2026-11-24T03:20/);
});

test("a question that is gone is still answered by old pages; an upload has a name and no text", async () => {
  const { form, client, list } = await formOffice();
  const [name] = form.questions().map(({ id }) => id);
  form.remove("Nama");
  form.submit({ [name ?? ""]: "Tri", Foto: "ont.jpg" });
  const { data } = await client.forms.forms.get({ formId: form.id });
  const known = (data.items ?? []).flatMap((item) => item.questionItem?.question?.questionId ?? []);
  const answers = Object.values((await list()).responses?.[0]?.answers ?? {});
  expect(known).not.toContain(name);
  expect(answers.map(({ questionId }) => questionId)).toContain(name);
  expect(answers.flatMap((answer) => answer.fileUploadAnswers?.answers ?? [])).toMatchObject([
    { fileName: "ont.jpg" },
  ]);
});

test("listing has a quota of its own", async () => {
  const { list } = await formOffice();
  for (let call = 0; call < 180; call += 1) await list();
  await expect(list()).rejects.toThrow("Quota exceeded for quota metric 'Expensive read requests'");
});
