package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
)

// Every key stands in the sources, whole or as what it begins with. Groups whose keys are put together from parts otherwise,
// such as those of the lists of values, are left out.
func TestEveryKeyIsUsed(t *testing.T) {
	built := []string{
		"unit", "repeat", "email", "method", "version", "duration", "help", "meeting_status", "answer", "goal_status", "phase", "report_part",
		"stage", "status", "welcome", "action_status", "ctl", "every", "export", "how", "pronoun", "share", "class", "busy_off", "drafts", "undo", "date",
		"role", "visibility",
	}
	said, begun := map[string]bool{}, []string{}
	read := []map[string]*ast.File{ownSources(t)}
	for _, dir := range []string{"ui", "cmd", "core", "storage"} {
		read = append(read, sources(t, dir))
	}
	for _, files := range read {
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				lit, ok := n.(ast.Expr)
				if !ok {
					return true
				}
				if s, ok := literal(lit); ok {
					if said[s] = true; strings.HasSuffix(s, ".") || strings.HasSuffix(s, "_") {
						begun = append(begun, s)
					}
				}
				return true
			})
		}
	}
	words, _ := readWords(t, core.English)
	looked := 0
	for key := range words {
		head, _, _ := strings.Cut(key, ".")
		if slices.Contains(built, head) {
			continue
		}
		looked++
		if !said[key] && !slices.ContainsFunc(begun, func(s string) bool { return strings.Contains(s, ".") && strings.HasPrefix(key, s) }) {
			t.Errorf("nothing uses %s", key)
		}
	}
	if looked < 2000 {
		t.Errorf("only %d keys were looked at", looked)
	}
}

// ownSources parses the files of this folder that are no tests.
func ownSources(t *testing.T) map[string]*ast.File {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*ast.File{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		if out[path], err = parser.ParseFile(token.NewFileSet(), path, nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	return out
}
