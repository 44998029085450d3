package ui

import "mentorbook/core"

// RateSkill and ReleaseItem open what pages reach by rows, for tests of the dialogs alone.
func (w *Window) RateSkill(id core.ID)     { w.rateSkill(id) }
func (w *Window) ReleaseItem(ref core.Ref) { w.releaseItem(ref) }
