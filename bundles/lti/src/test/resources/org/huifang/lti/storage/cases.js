const step = window.ltiStorageStep;
const fresh = subject => ({ at: 'new', subject, key: 'k', value: 'v', target: '_parent', id: 'm1', capabilitiesId: 'c1' });
const asked = subject => step(fresh(subject), { type: 'start' }).state;
const told = (state, data) => step(state, { type: 'message', data });
const get = asked('lti.get_data');
const put = asked('lti.put_data');
const cases = [
  () => step(fresh('lti.put_data'), { type: 'start' }).actions[0].message.value === 'v',
  () => !('value' in step(fresh('lti.get_data'), { type: 'start' }).actions[0].message),
  () => told(put, { subject: 'lti.put_data.response', message_id: 'm1' }).actions[0].type === 'go',
  () => told(put, { subject: 'lti.put_data.response', message_id: 'other' }).state === put,
  () => told(put, { subject: 'lti.get_data.response', message_id: 'm1' }).state === put,
  () => [null, 'text', 5, [], {}].every(data => told(put, data).state === put),
  () => ['bad_request', 'unsupported_subject', 'wrong_origin', 'unauthorized', 'storage_exhaustion'].every(code =>
    told(put, { subject: 'lti.put_data.response', message_id: 'm1', error: { code } }).state.why === code),
  () => told(get, { subject: 'lti.get_data.response', message_id: 'm1', key: 'k', value: 's' }).actions[2].value === 's',
  () => told(get, { subject: 'lti.get_data.response', message_id: 'm1', key: 'k', value: 's' }).actions.slice(0, 2).map(a => a.message.value).join() === '-,',
  () => ['', null, 5, undefined].every(value => told(get, { subject: 'lti.get_data.response', message_id: 'm1', key: 'k', value }).state.at === 'failed'),
  () => told(get, { subject: 'lti.get_data.response', message_id: 'm1', key: 'other', value: 's' }).state.at === 'failed',
  () => step(get, { type: 'timeout' }).state.why === 'timeout' && step(step(get, { type: 'timeout' }).state, { type: 'start' }).actions.length === 0,
  () => step(get, { type: 'doubt' }).actions[0].type === 'capabilities'
    && told(get, { subject: 'lti.capabilities.response', message_id: 'c1', supported_messages: [{ subject: 'lti.get_data', frame: 'box' }] }).actions[0].target === 'box',
  () => told(get, { subject: 'lti.capabilities.response', message_id: 'c1', supported_messages: [] }).state.why === 'unsupported_subject'
];
const wrong = cases.map((one, i) => [one, i]).filter(([one]) => !one()).map(([, i]) => i);
fetch('/report', { method: 'POST', body: wrong.length ? 'wrong ' + wrong : 'ok ' + cases.length });
