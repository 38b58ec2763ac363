// SPDX-License-Identifier: Apache-2.0
/* Keeps one value in the platform's window, or asks for it: lti.put_data, lti.get_data, lti.capabilities. */
(function (root) {
  'use strict';

  var PATIENCE = 5000; // milliseconds in all
  var DOUBT = 1500; // after this long the platform is asked where its storage is

  /**
   * The dialogue as a pure function: [state, event] -> {state, actions}. States: new, asked, done, failed.
   * Events: start, answer {subject, message_id, value, key, error}, capabilities {frame}, doubt, timeout.
   */
  function step(state, event) {
    if (state.at === 'done' || state.at === 'failed') {
      return { state: state, actions: [] };
    }
    switch (event.type) {
      case 'start':
        return asking(state, state.target);
      case 'doubt':
        return { state: state, actions: [{ type: 'capabilities', id: state.capabilitiesId }] };
      case 'timeout':
        return failing(state, 'timeout');
      case 'message':
        return answered(state, event.data);
      default:
        return { state: state, actions: [] };
    }
  }

  function asking(state, target) {
    var message = { subject: state.subject, message_id: state.id, key: state.key };
    if (state.subject === 'lti.put_data') {
      message.value = state.value;
    }
    return {
      state: Object.assign({}, state, { at: 'asked', target: target }),
      actions: [{ type: 'send', target: target, message: message }]
    };
  }

  function answered(state, data) {
    if (!data || typeof data !== 'object') {
      return { state: state, actions: [] };
    }
    if (data.subject === 'lti.capabilities.response' && data.message_id === state.capabilitiesId) {
      var able = (Array.isArray(data.supported_messages) ? data.supported_messages : []).filter(function (m) {
        return m && m.subject === state.subject;
      })[0];
      if (!able) {
        return failing(state, 'unsupported_subject');
      }
      var frame = typeof able.frame === 'string' && able.frame ? able.frame : '_parent';
      return frame === state.target ? { state: state, actions: [] } : asking(state, frame);
    }
    if (data.subject !== state.subject + '.response' || data.message_id !== state.id) {
      return { state: state, actions: [] };
    }
    if (data.error) {
      return failing(state, String(data.error.code || 'error'));
    }
    if (state.subject === 'lti.get_data') {
      if (data.key !== state.key || typeof data.value !== 'string' || !data.value) {
        return failing(state, 'no_value');
      }
      return {
        state: Object.assign({}, state, { at: 'done' }),
        actions: [
          // overwritten first: some platforms take no empty value, and would keep the secret
          { type: 'send', target: state.target,
            message: { subject: 'lti.put_data', message_id: state.id + '-x', key: state.key, value: '-' } },
          { type: 'send', target: state.target,
            message: { subject: 'lti.put_data', message_id: state.id + '-y', key: state.key, value: null } },
          { type: 'launch', value: data.value }
        ]
      };
    }
    return { state: Object.assign({}, state, { at: 'done' }), actions: [{ type: 'go' }] };
  }

  function failing(state, why) {
    return { state: Object.assign({}, state, { at: 'failed', why: why }), actions: [{ type: 'fail', why: why }] };
  }

  function unguessable() {
    var bytes = new Uint8Array(16);
    root.crypto.getRandomValues(bytes);
    return Array.prototype.map.call(bytes, function (b) { return ('0' + b.toString(16)).slice(-2); }).join('');
  }

  function frame(name) {
    var platform = root.parent !== root ? root.parent : root.opener;
    try {
      return name === '_parent' ? platform : platform.frames[name];
    } catch (e) {
      return null;
    }
  }

  function run(element) {
    var data = element.dataset;
    var state = {
      at: 'new', subject: data.mode === 'put' ? 'lti.put_data' : 'lti.get_data', key: data.key, value: data.value,
      target: data.target, id: unguessable(), capabilitiesId: unguessable()
    };
    function post(target, message) {
      var other = frame(target);
      if (other) {
        other.postMessage(message, data.origin);
      }
    }
    function happen(event) {
      var next = step(state, event);
      state = next.state;
      next.actions.forEach(function (action) {
        if (action.type === 'send') {
          post(action.target, action.message);
        } else if (action.type === 'capabilities') {
          post('_parent', { subject: 'lti.capabilities', message_id: action.id });
        } else if (action.type === 'go') {
          root.location.replace(data.next);
        } else if (action.type === 'launch') {
          var form = document.getElementById('launch');
          form.elements.lti_storage_value.value = action.value;
          form.submit();
        } else if (action.type === 'fail') {
          element.dataset.why = action.why;
          document.getElementById('wait').hidden = true;
          document.getElementById('failed').hidden = false;
        }
      });
    }
    root.addEventListener('message', function (event) {
      if (event.origin === data.origin) {
        happen({ type: 'message', data: event.data });
      }
    });
    root.setTimeout(function () { happen({ type: 'doubt' }); }, DOUBT);
    root.setTimeout(function () { happen({ type: 'timeout' }); }, PATIENCE);
    happen({ type: 'start' });
  }

  root.ltiStorageStep = step;
  var element = root.document && root.document.getElementById('lti-storage');
  if (element) {
    run(element);
  }
})(typeof window === 'undefined' ? globalThis : window);
