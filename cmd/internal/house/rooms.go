package house

// room says what the packages of a folder may import besides the standard library, themselves and
// assets, which is everybody's.
type room struct {
	path   string
	below  bool     // folders below it are part of the room
	ours   []string // rooms of ours
	theirs []string // modules of others
}

// rooms are all there are, the closer one first: the list is searched in order. A new folder needs a
// line here, and with it a thought about what it may know.
func rooms() []room {
	const (
		text  = "golang.org/x/text"
		sys   = "golang.org/x/sys"
		fyne  = "fyne.io/fyne/v2"
		xdg   = "github.com/adrg/xdg"
		files = "github.com/natefinch/atomic"
	)
	// What measures and documents are made from.
	ground := []string{"core", "core/locale", "core/schedule", "core/search", "core/draw", "core/insight"}
	planning := []string{"core", "core/schedule", "core/insight", "core/search"}
	everything := []string{"core", "storage"}
	return []room{
		{path: "assets"},
		{path: "core/locale", ours: []string{"core"}, theirs: []string{text, "github.com/nicksnyder/go-i18n/v2"}},
		{path: "core/table", ours: []string{"core", "core/locale"}, theirs: []string{text}},
		{path: "core/schedule", ours: []string{"core", "core/locale"}, theirs: []string{"github.com/teambition/rrule-go"}},
		{path: "core/search", ours: []string{"core", "core/locale"}, theirs: []string{text, "github.com/kljensen/snowball"}},
		{path: "core/draw", ours: []string{"core", "core/locale"}, theirs: []string{text, "golang.org/x/image"}},
		{path: "core/insight", ours: []string{"core", "core/locale", "core/schedule"}},
		{path: "core/report/pdf", ours: []string{"core/report", "core/draw"}, theirs: []string{"github.com/jung-kurt/gofpdf"}},
		{path: "core/report/sheet", ours: []string{"core/report", "core/draw"}, theirs: []string{"github.com/xuri/excelize/v2"}},
		{path: "core/report", ours: ground},
		{
			path: "core/ical", ours: ground,
			theirs: []string{text, "github.com/emersion/go-ical", "github.com/emersion/go-message", "github.com/teambition/rrule-go", "golang.org/x/image/colornames", "golang.org/x/net/idna"},
		},
		{path: "core/contacts", ours: append([]string{"core/table"}, ground...), theirs: []string{text, "github.com/emersion/go-vcard"}},
		{path: "core/planner", ours: planning},
		{path: "core/sample", ours: append([]string{"core/planner"}, planning...)},
		{path: "core", theirs: []string{"github.com/google/uuid"}},
		{
			path: "storage", below: true, ours: []string{"core", "core/planner"},
			theirs: []string{"go.etcd.io/bbolt", sys, xdg, files},
		},
		{
			path: "ui", below: true, ours: []string{"ui", "core/planner", "core/draw", "core/locale", "core/insight", "core"},
			theirs: []string{fyne, "golang.org/x/image", "github.com/go-text/typesetting"}, // letters, as the toolkit cuts them
		},
		{
			path: "cmd/mentorbook", below: true, ours: append([]string{"ui", "cmd/internal"}, everything...),
			// The library below the toolkit knows how large the screen is, which the toolkit does not tell.
			theirs: []string{fyne, "github.com/go-gl/glfw/v3.3/glfw", sys, xdg, files, "github.com/google/uuid", "fyne.io/systray", "github.com/godbus/dbus/v5"},
		},
		{
			path: "cmd/mentorctl", below: true, ours: append([]string{"cmd/internal"}, everything...),
			theirs: []string{sys, xdg, files, "github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/google/uuid"},
		},
		// The yardstick of `make bench`: a window with nothing of ours in it.
		{path: "cmd/internal/bench/emptywindow", theirs: []string{fyne}},
		{
			path: "cmd/internal", below: true, ours: append([]string{"cmd/internal"}, everything...),
			theirs: []string{text, sys, xdg, files, "github.com/google/uuid", "go.etcd.io/bbolt", "github.com/jung-kurt/gofpdf"},
		},
	}
}

// roomOf finds the room that a folder belongs to.
func roomOf(dir string) (room, bool) {
	for _, r := range rooms() {
		if dir == r.path || r.below && within(dir, r.path) {
			return r, true
		}
	}
	return room{}, false
}

// mayImportOurs says whether the room may import one of our folders. "core" in a list means the root
// package alone for those who live in core, and core with everything below for those outside.
func (r room) mayImportOurs(dir string) bool {
	if dir == "assets" || within(dir, r.path) && (r.below || dir == r.path) {
		return true
	}
	for _, other := range r.ours {
		if dir == other {
			return true
		}
		deep := other == "ui" || other == "cmd/internal" || other == "storage" ||
			other == "core" && within(r.path, "cmd")
		if deep && within(dir, other) {
			return true
		}
	}
	return false
}
