package ui

import "mentorbook/core"

// RateSkill and ReleaseItem open what pages reach by rows, for tests of the dialogs alone.
func (w *Window) RateSkill(id core.ID)     { w.rateSkill(id) }
func (w *Window) ReleaseItem(ref core.Ref) { w.releaseItem(ref) }

// ImportTable is what the command does with a file that was chosen.
func (w *Window) ImportTable(path string) { w.importTable(path) }
