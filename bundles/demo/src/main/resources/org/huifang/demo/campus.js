// SPDX-License-Identifier: Apache-2.0
// Buttons work without this; with it the frame beside them stays as it is.
const refresh = async (answer) => {
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of ['roster', 'clock', 'activities']) {
    const now = document.getElementById(id), next = fresh.getElementById(id);
    if (now && next) { now.replaceWith(next); }
  }
};
let checking = 0;
const watch = () => {
  clearTimeout(checking);
  if (document.querySelector('.waiting')?.textContent) {
    checking = setTimeout(async () => { await refresh(await fetch(location.href)); watch(); }, 1000);
  }
};
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.method !== 'post') { return; }
  event.preventDefault();
  const button = event.submitter, body = new URLSearchParams(new FormData(form, button));
  const where = [form.closest('[data-person]')?.dataset.person, button.value];
  button.disabled = true;
  const answer = await fetch(form.action, { method: 'POST', body });
  if (answer.ok) {
    await refresh(answer);
    const row = where[0] ? document.querySelector(`[data-person="${where[0]}"]`) : document;
    row?.querySelector(`button[value="${where[1]}"]`)?.focus({ preventScroll: true });
    watch();
  } else { button.disabled = false; location.reload(); }
});
watch();
// the tool's frame shows the platform's own page after a picking
addEventListener('message', async (event) => {
  if (event.data?.subject === 'campus.picked') { await refresh(await fetch(location.href)); }
});
