// SPDX-License-Identifier: Apache-2.0
// Says nothing but that there is something new on the course page.
if (window.parent !== window) { window.parent.postMessage({ subject: 'campus.picked' }, '*'); }
