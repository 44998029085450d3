package ui

import (
	"context"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// Host is the program around the window: it knows which file is open and what this machine remembers. Its methods
// are called on the window's goroutine, but for those that take a context, and leave no work to be waited for there.
type Host interface {
	// Open ends the use of the workspace that is open, if any, and opens another in this window.
	Open(path string)
	// Start makes a workspace and opens it. failed is told why that could not be; the window stays as it was.
	Start(path string, start planner.Start, failed func(error))
	// Sample opens the sample for a side, which is made where there is none yet.
	Sample(as core.Role)
	// SamplePath tells where the sample for a side lies, or would.
	SamplePath(as core.Role) string
	// Restore puts a backup in a workspace's place and opens it.
	Restore(backup, path string)
	// Import makes a workspace of an export of a whole one, and opens it.
	Import(from, path string)
	// Compact writes the workspace's file anew without what was deleted.
	Compact()
	// Welcome ends the use of the workspace and shows the welcome screen.
	Welcome()
	// Quit closes the window.
	Quit()

	// Recent lists the files that were open before, the last one first.
	Recent(ctx context.Context) []welcome.Recent
	// Forget takes a file off that list.
	Forget(path string)
	// Folder is where a file was last chosen; "" for nowhere yet. KeepFolder remembers it.
	Folder() string
	KeepFolder(dir string)
	// Captured is what kind of thing was taken down the last time; "" for none yet. KeepCaptured remembers it.
	Captured() string
	KeepCaptured(kind string)

	// Presented tells whether others looked at the screen the last time. KeepPresented remembers it: it stays until it is ended.
	Presented() bool
	KeepPresented(on bool)

	// Look is how everything is to be seen on this machine. SetLook changes it at once and remembers it.
	Look() settings.Look
	SetLook(look settings.Look)
	// Draw shows everything so for now, and remembers nothing.
	Draw(look settings.Look)
	// Speak gives the words of a language, and remembers it for the time before a file is open.
	Speak(lang core.Language) (*locale.Words, error)
	// BackUp makes a backup if anything has changed since the last one, tells whether it did, and the time of the newest; zero
	// for none. report is told how far it is.
	BackUp(ctx context.Context, report shell.Report) (last time.Time, made bool, err error)
	// Backups lists the backups of the open workspace, the oldest first.
	Backups(ctx context.Context) ([]settings.Backup, error)
	// Check looks at every byte of the open workspace. report is told how far it is.
	Check(ctx context.Context, report shell.Report) (settings.Checked, error)
	// Tray tells whether the program stays in the system's tray when its window is closed. SetTray changes that and
	// remembers it; done is told why it can't be.
	Tray() bool
	SetTray(on bool, done func(error))
	// Raise brings the window to front, wherever it is.
	Raise()
	// About is what the program says about itself.
	About() settings.About
	// Upkeep does what a workspace needs from time to time, such as the backup of a day, and gives the time of the
	// newest backup.
	Upkeep(ctx context.Context) (time.Time, error)
	// Backed tells when the newest backup was made; zero for never.
	Backed() time.Time
}
