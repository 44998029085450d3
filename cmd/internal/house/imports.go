package house

import (
	"path"
	"strconv"
	"strings"
)

const (
	fyneModule = "fyne.io/fyne/v2"
	fyneApp    = "fyne.io/fyne/v2/app"
)

// onlyForTests are modules that no program of ours is made of.
var onlyForTests = []string{
	"github.com/google/go-cmp", "github.com/rogpeppe/go-internal", "go.uber.org/goleak",
	"pgregory.net/rapid", fyneModule + "/test", "testing",
}

// mayOpenWindows are the folders that may link Fyne's real driver. Tests of anything else run under the
// race detector, for which the driver's C code would have to be compiled a second time.
var mayOpenWindows = []string{"cmd/mentorbook", "cmd/internal/bench/emptywindow"}

// Imports finds imports that the plan of the house does not allow.
func Imports(s *Source) []string {
	var found []string
	for _, f := range s.Go {
		r, known := roomOf(f.Dir)
		if !known && !f.Test {
			found = append(found, f.Path+": this folder is no room of the house")
			continue
		}
		for _, spec := range f.AST.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				continue // the parser has refused it already
			}
			if why := wrongImport(r, f, name); why != "" {
				found = append(found, s.finding(spec.Pos(), "imports %s: %s", name, why))
			}
		}
	}
	return found
}

// wrongImport says why a file of room r may not import name, or "".
func wrongImport(r room, f *GoFile, name string) string {
	if within(name, fyneApp) && !anyWithin(f.Dir, mayOpenWindows) {
		return "only cmd/mentorbook opens windows"
	}
	if f.Test {
		return "" // tests wire rooms together as they need
	}
	if anyWithin(name, onlyForTests) {
		return "only tests may"
	}
	if dir, ours := strings.CutPrefix(name, Module+"/"); ours {
		if !r.mayImportOurs(dir) {
			return r.path + " may not know it"
		}
		return ""
	}
	if first, _, _ := strings.Cut(name, "/"); !strings.Contains(first, ".") {
		return "" // the standard library; Pure looks at what core takes from it
	}
	if !anyWithin(name, r.theirs) {
		return r.path + " may not use it"
	}
	return ""
}

// Seams finds more than one file that knows a library which must stay behind one.
func Seams(s *Source) []string {
	// Archived upstream: to be replaced in one place, should it ever fail us.
	const library = "github.com/jung-kurt/gofpdf"
	var first string
	var found []string
	for _, f := range s.Go {
		for _, spec := range f.AST.Imports {
			if f.Test || !within(f.Dir, "core") || spec.Path.Value != strconv.Quote(library) {
				continue
			}
			if first == "" {
				first = f.Path
			} else {
				found = append(found, s.finding(spec.Pos(), "imports %s, which stays behind one file, %s", library, first))
			}
		}
	}
	return found
}

// Models finds screens whose model knows the window. A feature's folder holds model*.go, plain Go that
// is tested without a window, and view*.go, which is thin; what follows the word is written on to it, as in
// viewnotes.go.
func Models(s *Source) []string {
	drawn := importsFyne(s)
	var found []string
	for _, f := range s.Go {
		if !isFeature(s, f.Dir) {
			continue
		}
		base := f.Base()
		model := strings.HasPrefix(base, "model")
		if !model && !f.Test && !strings.HasPrefix(base, "view") && base != "doc.go" {
			found = append(found, f.Path+": a feature holds model*.go and view*.go")
		}
		if !f.Test && strings.Contains(base, "_") {
			found = append(found, f.Path+": files of a feature are named in one word, as "+strings.ReplaceAll(base, "_", ""))
		}
		if !model {
			continue
		}
		for _, spec := range f.AST.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			dir, ours := strings.CutPrefix(name, Module+"/")
			if within(name, fyneModule) || ours && drawn[dir] {
				found = append(found, s.finding(spec.Pos(), "a model knows no window, and %s does", name))
			}
		}
	}
	return found
}

// isFeature says whether a folder of ui holds a screen: it has a model or a view.
func isFeature(s *Source, dir string) bool {
	if path.Dir(dir) != "ui" {
		return false
	}
	for _, f := range s.Go {
		if f.Dir == dir && !f.Test && (strings.HasPrefix(f.Base(), "model") || strings.HasPrefix(f.Base(), "view")) {
			return true
		}
	}
	return false
}

// importsFyne finds the folders of ours that need Fyne, directly or through another of them.
func importsFyne(s *Source) map[string]bool {
	needs := map[string]bool{}
	for changed := true; changed; {
		changed = false
		for _, f := range s.Go {
			if f.Test || needs[f.Dir] {
				continue
			}
			for _, spec := range f.AST.Imports {
				name, _ := strconv.Unquote(spec.Path.Value)
				dir, ours := strings.CutPrefix(name, Module+"/")
				if within(name, fyneModule) || ours && needs[dir] {
					needs[f.Dir], changed = true, true
				}
			}
		}
	}
	return needs
}
