//go:build !(linux || freebsd || openbsd || netbsd)

package tray

import "mentorbook/core"

// Tray is the icon.
type Tray struct{}

// New makes an icon that is not shown yet; nil where no tray of the system is known.
func New(Config) *Tray { return nil }

// Ready tells whether there is a tray that shows icons now.
func (*Tray) Ready() bool { return false }

// Show fails: CodeNoTray.
func (*Tray) Show([]Item) error { return core.Fail(core.CodeNoTray) }

// Hide takes the icon away.
func (*Tray) Hide() {}
