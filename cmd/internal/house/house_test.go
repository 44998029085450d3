package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

const top = "../../.."

// plain makes a rule that reads syntax alone look like the others.
func plain(rule func(*Source) []string) func(*Source) ([]string, error) {
	return func(s *Source) ([]string, error) { return rule(s), nil }
}

func rules() map[string]func(*Source) ([]string, error) {
	return map[string]func(*Source) ([]string, error){
		"imports":    plain(Imports),
		"seams":      plain(Seams),
		"models":     plain(Models),
		"pure":       plain(Pure),
		"state":      plain(State),
		"size":       plain(Size),
		"documented": plain(Documented),
		"names":      plain(Names),
		"finished":   plain(Finished),
		"parallel":   plain(Parallel),
		"toplevel":   plain(TopLevel),
		"licensed":   plain(Licensed),
		"traces":     Traces,
		"commands":   Commands,
	}
}

func TestTheSourceKeepsTheRules(t *testing.T) {
	source, err := Load(os.DirFS(top), projectFiles(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(source.Go) < 10 {
		t.Fatalf("only %d Go files were found: is this the whole tree?", len(source.Go))
	}
	for name, rule := range rules() {
		t.Run(name, func(t *testing.T) {
			found, err := rule(source)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				t.Error(f)
			}
		})
	}
}

// projectFiles lists what belongs to the project: what git tracks or would, or, in a copy without git,
// everything but what is built.
func projectFiles(t *testing.T) []string {
	t.Helper()
	command := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	command.Dir = top
	out, err := command.Output()
	var files []string
	if err == nil {
		for name := range strings.SplitSeq(string(out), "\x00") {
			if info, err := os.Stat(filepath.Join(top, name)); err == nil && info.Mode().IsRegular() {
				files = append(files, name)
			}
		}
		return files
	}
	err = filepath.WalkDir(top, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(top, path)
		if entry.IsDir() && (name == ".git" || name == "build") {
			return filepath.SkipDir
		}
		if entry.Type().IsRegular() {
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Each archive in testdata is a wrong tree for the rule it is named after, with the findings that the
// rule must come to, in order, no more and no fewer.
func TestEachRuleFindsWhatIsWrong(t *testing.T) {
	for name, rule := range rules() {
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			tree := fstest.MapFS{}
			var files []string
			var want string
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				tree[f.Name] = &fstest.MapFile{Data: spell(f.Data)}
				files = append(files, f.Name)
			}
			source, err := Load(tree, files)
			if err != nil {
				t.Fatal(err)
			}
			found, err := rule(source)
			if err != nil {
				t.Fatal(err)
			}
			if want == "" {
				t.Fatal("the archive names no finding: a rule that cannot fail holds nothing")
			}
			got := strings.Join(found, "\n") + "\n"
			if diff := cmp.Diff(string(spell([]byte(want))), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// spell joins words that an archive writes as AB~CD, so that the archive is not found guilty itself.
func spell(data []byte) []byte {
	return []byte(strings.ReplaceAll(string(data), "~", ""))
}

func TestLongFunctionsAndFilesAreFound(t *testing.T) {
	lines := func(n int) string { return strings.Repeat("\t_ = 0\n", n) }
	tree := fstest.MapFS{
		"core/fits.go":     {Data: []byte("package core\n\nfunc fits() {\n" + lines(68) + "}\n")},
		"core/long.go":     {Data: []byte("package core\n\nfunc long() {\n" + lines(69) + "}\n")},
		"core/file.go":     {Data: []byte("package core\n" + strings.Repeat("\n", 600))},
		"core/big_test.go": {Data: []byte("package core\n\nfunc big() {\n" + lines(900) + "}\n")},
	}
	source, err := Load(tree, []string{"core/fits.go", "core/long.go", "core/file.go", "core/big_test.go"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"core/file.go: 601 lines, 600 are the most",
		"core/long.go:3: long has 71 lines, 70 are the most",
	}
	if diff := cmp.Diff(want, Size(source)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestSourceThatDoesNotParseIsRefused(t *testing.T) {
	tree := fstest.MapFS{"core/a.go": {Data: []byte("package core\nfunc {")}}
	if _, err := Load(tree, []string{"core/a.go"}); err == nil {
		t.Error("no error")
	}
	if _, err := Load(tree, []string{"core/b.go"}); err == nil {
		t.Error("no error for a file that is not there")
	}
}
