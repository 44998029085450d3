// Package settings is the screen of what can be set: whose workspace it is, how the owner works, how everything
// looks on this machine, the backups, and the file itself.
package settings

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Facts is what the screen shows, as it was read.
type Facts struct {
	Owner     *core.Person
	Workspace *core.Workspace
	Path      string
	Size      int64 // of the file, in bytes
	Backups   []Backup
	Now       time.Time // on the owner's clock
}

// Backup is one backup beside the workspace.
type Backup struct {
	Path string
	At   time.Time
	Size int64 // in bytes

	Aside bool // it is the workspace that a restored one took the place of then
}

// Look is how everything is to be seen on this machine.
type Look struct {
	Theme   string  // "light", "dark", or "" as the system says
	Compact bool    // less air between things
	Scale   float32 // of texts and distances; 0 is 1
}

// Themes lists the themes in the order of the screen.
func Themes() []string { return []string{"", "light", "dark"} }

// Scales lists the sizes in the order of the screen.
func Scales() []float32 { return []float32{0.9, 1, 1.25, 1.5, 2} }

// What a window has to hold at least, in units of a size, so that every screen can be used in it.
const (
	leastWidth  = 580
	leastHeight = 360
)

// Fits tells whether a window of so many device-independent units has room for a size. There always is for the usual one and
// less, and where nobody knows the window yet.
func Fits(scale, width, height float32) bool {
	return scale <= 1 || width <= 0 || width >= leastWidth*scale && height >= leastHeight*scale
}

// Drawn gives how everything is drawn in a window: at the size that was chosen, or at the largest below it for which there is room.
func (l Look) Drawn(width, height float32) Look {
	if Fits(l.Scale, width, height) {
		return l
	}
	chosen := l.Scale
	l.Scale = 1
	for _, s := range Scales() {
		if s <= chosen && s > l.Scale && Fits(s, width, height) {
			l.Scale = s
		}
	}
	return l
}

// scaleOf gives the place of a size in that list: the nearest one.
func scaleOf(scale float32) int {
	if scale == 0 {
		scale = 1
	}
	best := 0
	for i, s := range Scales() {
		if abs(s-scale) < abs(Scales()[best]-scale) {
			best = i
		}
	}
	return best
}

func abs(f float32) float32 { return max(f, -f) }

// Checked is what a look at every byte of the file found.
type Checked struct {
	Records  int
	Findings []string // in the words of the check; none where all is sound
}

// About is what the program says about itself.
type About struct {
	Version   string
	Libraries []Library
}

// Library is something that the program is made of.
type Library struct{ Name, Version string }

// Rules are the figures of how the owner works, as they are typed.
type Rules struct {
	Length, Before, After, Weekly, Monthly, Journal string

	Reminders core.Reminders
}

// RulesOf writes a workspace's figures as fields have them; a limit that is none is an empty field.
func RulesOf(ws *core.Workspace) Rules {
	limit := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	return Rules{
		Length: strconv.Itoa(ws.Length), Reminders: ws.Reminders, Before: limit(ws.BufferBefore), After: limit(ws.BufferAfter), Weekly: limit(ws.WeeklyHours), Monthly: limit(ws.MonthlyHours),
		Journal: strconv.Itoa(ws.JournalDays),
	}
}

// Apply reads the figures into a workspace. Its error names each field that holds none, and what the workspace
// refuses.
func (r Rules) Apply(ws *core.Workspace) error {
	type reader func(field, text string, low, high int) (int, error)
	var minutes, whole reader = locale.ReadMinutes, core.ReadWhole
	var wrong []error
	for _, x := range []struct {
		field, text string
		into        *int
		read        reader
		empty       bool // is none
		low, high   int
	}{
		{"length", r.Length, &ws.Length, minutes, false, 5, locale.MostMinutes},
		{"buffer_before", r.Before, &ws.BufferBefore, minutes, true, 0, 4 * 60},
		{"buffer_after", r.After, &ws.BufferAfter, minutes, true, 0, 4 * 60},
		{"weekly_hours", r.Weekly, &ws.WeeklyHours, whole, true, 0, 168},
		{"monthly_hours", r.Monthly, &ws.MonthlyHours, whole, true, 0, 744},
		{"journal_days", r.Journal, &ws.JournalDays, whole, false, 1, 3650},
	} {
		if strings.TrimSpace(x.text) == "" && x.empty {
			*x.into = 0
			continue
		}
		n, err := x.read(x.field, x.text, x.low, x.high)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		*x.into = n
	}
	ws.Reminders = r.Reminders
	if len(wrong) > 0 {
		return errors.Join(wrong...)
	}
	return ws.Validate()
}

// Line is a name with what it says.
type Line struct{ Name, Text string }

// Profile puts the owner into lines.
func Profile(p *core.Person, w *locale.Words) []Line {
	lines := []Line{{w.T("settings.name"), p.Name}}
	if p.Email() != "" {
		lines = append(lines, Line{w.Label("emails"), strings.Join(p.Emails, ", ")})
	} else {
		lines = append(lines, Line{w.Label("emails"), w.T("settings.no_email")})
	}
	if p.Zone != "" {
		lines = append(lines, Line{w.Label("zone"), w.City(p.Zone) + " · " + string(p.Zone)})
	}
	return append(lines, Line{w.T("settings.working"), WorkText(p, w)})
}

// Shelf puts the backups into lines, the newest first. Those that a minute does not tell apart have their second.
func Shelf(f *Facts, w *locale.Words) []Line {
	alike := map[string]int{}
	for _, b := range f.Backups {
		alike[b.name(f.Now, false, w)]++
	}
	out := make([]Line, 0, len(f.Backups))
	for _, b := range slices.Backward(f.Backups) {
		exact := alike[b.name(f.Now, false, w)] > 1
		out = append(out, Line{b.name(f.Now, exact, w), w.Bytes(b.Size)})
	}
	return out
}

// name says when a backup was made, as seen from now, and what it is where it is none of the usual ones.
func (b Backup) name(now time.Time, exact bool, w *locale.Words) string {
	at, today := b.At.In(now.Location()), core.DateOf(now)
	when := w.Moment(core.CivilOf(at), today)
	if exact {
		when = w.MomentExact(at, today)
	}
	if b.Aside {
		return w.T("settings.aside", "time", when)
	}
	return when
}

// newest gives the n-th newest backup.
func (f *Facts) newest(n int) Backup { return f.Backups[len(f.Backups)-1-n] }

// File says where the file lies and how large it is.
func File(f *Facts, w *locale.Words) []Line {
	return []Line{
		{w.T("settings.file_name"), filepath.Base(f.Path)},
		{w.T("settings.file_folder"), filepath.Dir(f.Path)},
		{w.T("settings.file_size"), w.Bytes(f.Size)},
	}
}
