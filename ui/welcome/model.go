// Package welcome is what the window shows before a workspace is open: how to start one of one's own, to open one
// or to try the sample, and what is wrong with a file that could not be opened.
package welcome

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Extension is what the names of workspaces end in.
const Extension = ".mentorbook"

// NameOf gives what people call a workspace: the name of its file.
func NameOf(path string) string { return strings.TrimSuffix(filepath.Base(path), Extension) }

// Form is what a workspace of one's own needs to know.
type Form struct {
	Side     core.Role // RoleMentor, RoleMentee or RoleBoth
	Name     string
	Email    string
	Zone     string
	Language core.Language
	Path     string // of the file to make
	Home     string // what "~" in the path stands for; "" for nothing
	proposed string // the file that the program proposed: nobody mistyped its folder
}

// Errors are the words for what is wrong with a form, by field; "" where nothing is.
type Errors struct{ Name, Email, Zone, Path string }

// Check gives what is needed to start, or the words for what is wrong with each field.
func (f *Form) Check(w *locale.Words) (start planner.Start, wrong Errors, ok bool) {
	owner := core.Person{Name: core.CleanLine(f.Name), Zone: core.Zone(strings.TrimSpace(f.Zone)), Language: f.Language}
	if email := strings.TrimSpace(f.Email); email != "" {
		owner.Emails = []string{email}
	}
	for _, e := range core.Problems(owner.Validate()) {
		words := w.FieldError(e)
		switch field, _, _ := strings.Cut(e.Field, "."); field {
		case "emails":
			wrong.Email = words
		case "zone":
			wrong.Zone = words
		default:
			wrong.Name = words
		}
	}
	if owner.Zone == "" {
		wrong.Zone = w.FieldError(core.FailField(core.CodeBadZone, "zone")) // it says how a zone is given
	}
	if strings.TrimSpace(f.Path) == "" {
		wrong.Path = w.FieldError(core.FailField(core.CodeRequired, "path"))
	}
	return planner.Start{Owner: owner, Side: f.Side, Language: f.Language}, wrong, wrong == Errors{}
}

// File gives the path of the file to make, with the extension that workspaces have.
func (f *Form) File() string {
	path := strings.TrimSpace(f.Path)
	if rest, ok := strings.CutPrefix(path, "~"); ok && f.Home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		path = filepath.Join(f.Home, rest)
	}
	if filepath.Ext(path) != Extension {
		path += Extension
	}
	return filepath.Clean(path)
}

// MissingFolder gives the folder of a file to make where there is none yet; "" where it is there, and where nobody can tell.
func MissingFolder(path string) string {
	dir := filepath.Dir(path)
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return dir
}

// Short writes a path below the home folder with a "~".
func Short(path, home string) string {
	if rest, ok := strings.CutPrefix(path, home); ok && home != "" && rest != "" && os.IsPathSeparator(rest[0]) {
		return "~" + rest
	}
	return path
}

// Recent is a workspace that was open before.
type Recent struct {
	Path    string
	Opened  time.Time // zero is unknown
	Missing bool      // there is no such file now
}

// Line is how a recent workspace stands in the list.
type Line struct {
	Path, Name, Caption string
	Missing             bool
}

// Lines puts recent workspaces into words.
func Lines(recent []Recent, now time.Time, w *locale.Words) []Line {
	out := make([]Line, len(recent))
	for i, r := range recent {
		out[i] = Line{Path: r.Path, Name: NameOf(r.Path), Caption: filepath.Dir(r.Path), Missing: r.Missing}
		switch {
		case r.Missing:
			out[i].Caption = w.T("welcome.missing") + " · " + out[i].Caption
		case !r.Opened.IsZero():
			out[i].Caption = w.Moment(core.CivilOf(r.Opened.In(now.Location())), core.DateOf(now)) + " · " + out[i].Caption
		}
	}
	return out
}

// Problem is a file that could not be opened, and what there is to do about it.
type Problem struct {
	Path   string
	Err    error
	Backup string    // the last good one; "" where there is none
	Made   time.Time // when it was made
}

// Told is a problem in words.
type Told struct {
	Title, Text, Advice string
	Restore             string // label of the button that puts the backup in place; "" where that is no help
	Again               bool   // the same file may open later
}

// short is the error with the file's name alone: where it lies and where the backup lies stand below.
func (p *Problem) short() error {
	var coded *core.Error
	if !errors.As(p.Err, &coded) || coded.Args["path"] != p.Path {
		return p.Err
	}
	c := *coded
	c.Args = maps.Clone(coded.Args)
	c.Args["path"] = filepath.Base(p.Path)
	delete(c.Args, "backup")
	return &c
}

// state gives what the error says of the file besides its code; "" for nothing.
func (p *Problem) state() string {
	var coded *core.Error
	if !errors.As(p.Err, &coded) {
		return ""
	}
	state, _ := coded.Args["state"].(string)
	return state
}

// Tell puts a problem into words.
func (p *Problem) Tell(now time.Time, w *locale.Words) Told {
	name := filepath.Base(p.Path)
	out := Told{Title: w.T("problem.title", "file", name), Text: w.Error(p.short())}
	code := core.CodeOf(p.Err)
	switch code {
	case core.CodeDamaged, core.CodeEmptyFile, core.CodeNotWorkspace, core.CodeNewer, core.CodeReadOnly, core.CodeWorkspaceOpen, core.CodeNotFound:
		out.Advice = w.T("problem.advice." + string(code))
		if own := "problem.advice." + string(code) + "." + p.state(); w.Has(own) {
			out.Advice = w.T(own)
		}
	default:
		out.Advice = w.T("problem.advice.other")
	}
	switch code {
	case core.CodeDamaged, core.CodeEmptyFile, core.CodeNotFound:
		if p.Backup != "" {
			out.Restore = w.T("problem.restore", "when", w.Moment(core.CivilOf(p.Made.In(now.Location())), core.DateOf(now)))
			out.Advice = w.T("problem.backup_advice")
		}
	case core.CodeNewer, core.CodeNotWorkspace:
		return out
	}
	out.Again = true
	return out
}
