// SPDX-License-Identifier: Apache-2.0
document.forms[0].submit();
