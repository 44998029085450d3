package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// Module is the path that our own imports begin with.
const Module = "mentorbook"

// Source is a tree of files to judge.
type Source struct {
	FS    fs.FS
	Files []string // every file, slash-separated, relative to the top, sorted
	Go    []*GoFile
	fset  *token.FileSet
}

// GoFile is one parsed Go file, whatever system it is built for.
type GoFile struct {
	Path string // relative to the top
	Dir  string // its folder, "." for the top
	Test bool   // a _test.go file, or one of a package that exists for tests alone
	AST  *ast.File
}

// Base is the file's own name.
func (f *GoFile) Base() string { return path.Base(f.Path) }

// Load parses the Go files among files. Those in a testdata folder are somebody's input, not our source.
func Load(tree fs.FS, files []string) (*Source, error) {
	s := &Source{FS: tree, Files: append([]string(nil), files...), fset: token.NewFileSet()}
	sort.Strings(s.Files)
	for _, name := range s.Files {
		if !strings.HasSuffix(name, ".go") || inTestdata(name) {
			continue
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, err
		}
		parsed, err := parser.ParseFile(s.fset, name, data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		dir := path.Dir(name)
		s.Go = append(s.Go, &GoFile{
			Path: name,
			Dir:  dir,
			// By Go's own habit (net/http/httptest) a package named so exists to help tests.
			Test: strings.HasSuffix(name, "_test.go") || strings.HasSuffix(dir, "test"),
			AST:  parsed,
		})
	}
	return s, nil
}

func inTestdata(name string) bool {
	return strings.HasPrefix(name, "testdata/") || strings.Contains(name, "/testdata/")
}

// finding words what is wrong at a place in a Go file.
func (s *Source) finding(pos token.Pos, format string, args ...any) string {
	p := s.fset.Position(pos)
	return fmt.Sprintf("%s:%d: %s", p.Filename, p.Line, fmt.Sprintf(format, args...))
}

// lines counts the lines from one place to another in the same file.
func (s *Source) lines(from, to token.Pos) int {
	return s.fset.Position(to).Line - s.fset.Position(from).Line
}

// packages groups the files that are part of the program by folder, in order.
func (s *Source) packages() (dirs []string, files map[string][]*GoFile) {
	files = map[string][]*GoFile{}
	for _, f := range s.Go {
		if f.Test {
			continue
		}
		if files[f.Dir] == nil {
			dirs = append(dirs, f.Dir)
		}
		files[f.Dir] = append(files[f.Dir], f)
	}
	sort.Strings(dirs)
	return dirs, files
}

// within says whether a slash-separated path is folder or lies below it.
func within(name, folder string) bool {
	return name == folder || strings.HasPrefix(name, folder+"/")
}

// anyWithin says whether name is or lies below one of folders.
func anyWithin(name string, folders []string) bool {
	for _, folder := range folders {
		if within(name, folder) {
			return true
		}
	}
	return false
}
