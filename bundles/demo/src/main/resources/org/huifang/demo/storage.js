// SPDX-License-Identifier: Apache-2.0
// Client-side postMessage storage (lti-cs-pm), the platform's side: kept in memory, for the tool's origin only.
const origin = document.currentScript.dataset.origin, kept = new Map(), MOST = 100;
addEventListener('message', (event) => {
  const asked = event.data;
  if (!asked || typeof asked !== 'object' || typeof asked.subject !== 'string' || !asked.subject.startsWith('lti.')) { return; }
  const answer = { subject: asked.subject + '.response', message_id: asked.message_id };
  const fail = (code, message) => { answer.error = { code, message }; };
  if (event.origin !== origin) {
    fail('wrong_origin', 'not the tool');
  } else if (asked.subject === 'lti.capabilities') {
    answer.supported_messages = [{ subject: 'lti.capabilities' },
      { subject: 'lti.put_data', frame: window.name || '_parent' }, { subject: 'lti.get_data', frame: window.name || '_parent' }];
  } else if (asked.subject !== 'lti.put_data' && asked.subject !== 'lti.get_data') {
    fail('unsupported_subject', asked.subject);
  } else if (typeof asked.key !== 'string' || !asked.message_id) {
    fail('bad_request', 'key and message_id');
  } else if (asked.subject === 'lti.get_data') {
    Object.assign(answer, { key: asked.key, value: kept.get(asked.key) ?? null });
  } else if (asked.value === undefined || asked.value === null) {
    kept.delete(asked.key);
    Object.assign(answer, { key: asked.key });
  } else if (kept.size >= MOST && !kept.has(asked.key)) {
    fail('storage_exhausted', 'no room');
  } else {
    kept.set(asked.key, String(asked.value));
    Object.assign(answer, { key: asked.key, value: String(asked.value) });
  }
  event.source.postMessage(answer, event.origin);
});
