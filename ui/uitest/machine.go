package uitest

import (
	"context"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui"
	"mentorbook/ui/settings"
	"mentorbook/ui/welcome"
)

// Machine is a program around the window that remembers nothing and has never opened another file. What it does not
// know how to do, a test that needs it adds.
type Machine struct{ ui.Host }

// Look implements ui.Host, as do all of these.
func (Machine) Look() settings.Look { return settings.Look{} }

// Draw draws nothing otherwise.
func (Machine) Draw(settings.Look) {}

// Presented tells that nobody looks on.
func (Machine) Presented() bool { return false }

// KeepPresented forgets it.
func (Machine) KeepPresented(bool) {}

// Tray tells that there is none.
func (Machine) Tray() bool { return false }

// Folder is none yet.
func (Machine) Folder() string { return "" }

// KeepFolder forgets it.
func (Machine) KeepFolder(string) {}

// Captured is nothing yet.
func (Machine) Captured() string { return "" }

// KeepCaptured forgets it.
func (Machine) KeepCaptured(string) {}

// Recent lists no file.
func (Machine) Recent(context.Context) []welcome.Recent { return nil }

// Backed tells that no backup was made.
func (Machine) Backed() time.Time { return time.Time{} }

// Backups lists none.
func (Machine) Backups(context.Context) ([]settings.Backup, error) { return nil, nil }

// Upkeep does nothing.
func (Machine) Upkeep(context.Context) (time.Time, error) { return time.Time{}, nil }

// Speak gives the words of a language.
func (Machine) Speak(lang core.Language) (*locale.Words, error) { return locale.New(lang) }
