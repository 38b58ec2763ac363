// SPDX-License-Identifier: Apache-2.0
// Keeps each answer as it is given. The page works without this file; then answers are kept when they are sent.
(function () {
  'use strict';
  var form = document.querySelector('form[data-saved]');
  if (!form || !window.fetch || !window.URLSearchParams) {
    return;
  }
  var status = form.querySelector('.status');
  var waiting = false;
  var running = false;
  var sent = false;
  var timer;

  function body() {
    var fields = new URLSearchParams(new FormData(form));
    fields.set('keep', '1');
    return fields;
  }

  // One at a time, always the newest state: an older one can never arrive last.
  function keep() {
    clearTimeout(timer);
    if (sent) {
      return;
    }
    if (running) {
      waiting = true;
      return;
    }
    running = true;
    waiting = false;
    fetch(form.action, { method: 'POST', body: body(), credentials: 'omit', keepalive: true }).then(function (answer) {
      if (answer.status === 409) {
        location.reload();
      } else {
        status.textContent = answer.ok ? form.dataset.saved : form.dataset.notSaved;
      }
    }, function () {
      status.textContent = form.dataset.notSaved;
    }).then(function () {
      running = false;
      if (waiting) {
        keep();
      }
    });
  }

  form.addEventListener('change', keep);
  form.addEventListener('input', function (event) {
    if (event.target.name === 'comment') {
      clearTimeout(timer);
      timer = setTimeout(keep, 800);
    }
  });
  form.addEventListener('submit', function () {
    sent = true;
    clearTimeout(timer);
  });
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden' && timer) {
      keep();
    }
  });
}());
