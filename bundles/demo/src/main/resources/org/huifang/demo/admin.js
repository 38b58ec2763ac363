// SPDX-License-Identifier: Apache-2.0
// A tool says that its registration is over.
addEventListener('message', (event) => {
  const frame = document.querySelector('iframe[name=registration]');
  if (frame && event.source === frame.contentWindow && event.origin === new URL(frame.src).origin
      && event.data?.subject === 'org.imsglobal.lti.close') { location.assign('/demo/admin'); }
});
