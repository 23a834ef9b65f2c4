// SPDX-License-Identifier: GPL-3.0-or-later
// The precompiled headers need a target of their own, and a target needs a source.
