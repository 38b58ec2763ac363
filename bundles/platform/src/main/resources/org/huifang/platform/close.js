// SPDX-License-Identifier: Apache-2.0
// LTI Dynamic Registration: tells the platform that all is done; there is nothing in it to keep from anybody.
document.querySelector('#close')?.addEventListener('click', () => {
  (window.opener || window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
});
