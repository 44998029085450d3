package house

import (
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"strings"
)

const (
	mostFunctionLines = 70  // a screen
	mostFileLines     = 600 // one idea
)

// Size finds functions that do not fit on a screen and files that hold more than one idea. Tests may
// be longer: a table is no harder to read for its length.
func Size(s *Source) []string {
	var found []string
	for _, f := range s.Go {
		if f.Test {
			continue
		}
		if n := s.fset.File(f.AST.FileStart).LineCount(); n > mostFileLines {
			found = append(found, fmt.Sprintf("%s: %d lines, %d are the most", f.Path, n, mostFileLines))
		}
		for _, decl := range f.AST.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := s.lines(fn.Type.Func, fn.End()) + 1; n > mostFunctionLines {
				found = append(found, s.finding(fn.Pos(), "%s has %d lines, %d are the most", fn.Name.Name, n, mostFunctionLines))
			}
		}
	}
	return found
}

// Documented finds packages without a comment and exported names without a word about them.
func Documented(s *Source) []string {
	var found []string
	dirs, files := s.packages()
	for _, dir := range dirs {
		described := false
		for _, f := range files[dir] {
			described = described || f.AST.Doc != nil
			if f.AST.Name.Name != "main" {
				found = append(found, s.undocumented(f)...)
			}
		}
		if !described {
			found = append(found, dir+": the package has no comment that says what it is for")
		}
	}
	return found
}

func (s *Source) undocumented(f *GoFile) []string {
	var found []string
	add := func(name *ast.Ident) {
		found = append(found, s.finding(name.Pos(), "%s has no comment", name.Name))
	}
	for _, decl := range f.AST.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Doc == nil && (d.Recv == nil || ast.IsExported(receiver(d.Recv))) {
				add(d.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					if spec.Name.IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
						add(spec.Name)
					}
				case *ast.ValueSpec:
					// A comment on a group of constants or errors speaks for all of them.
					if d.Doc == nil && spec.Doc == nil && spec.Comment == nil && spec.Names[0].IsExported() {
						add(spec.Names[0])
					}
				}
			}
		}
	}
	return found
}

// receiver is the name of the type that a method belongs to.
func receiver(list *ast.FieldList) string {
	if len(list.List) == 0 {
		return ""
	}
	e := list.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// Names finds packages named after nothing in particular: what is in one belongs where it is used.
func Names(s *Source) []string {
	vague := []string{"util", "utils", "helper", "helpers", "common", "misc", "shared", "tools"}
	var found []string
	seen := map[string]bool{}
	for _, f := range s.Go {
		if !seen[f.Dir] && (contains(vague, path.Base(f.Dir)) || contains(vague, f.AST.Name.Name)) {
			seen[f.Dir] = true
			found = append(found, f.Dir+": a package is named after what it holds")
		}
	}
	return found
}

// The marks are put together here, so that this file does not find itself.
var (
	laterMark = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X|HA` + `CK)\b`)
	stubWords = regexp.MustCompile(`(?i)\bnot (yet )?imple` + `mented\b|\bcoming ` + `soon\b`)
)

// Finished finds promises of later work in comments and in texts.
func Finished(s *Source) []string {
	var found []string
	for _, f := range s.Go {
		for _, group := range f.AST.Comments {
			for _, c := range group.List {
				if mark := laterMark.FindString(c.Text); mark != "" {
					found = append(found, s.finding(c.Pos(), "%s: finish it or leave it out", mark))
				}
			}
		}
		ast.Inspect(f.AST, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if words := stubWords.FindString(lit.Value); words != "" {
					found = append(found, s.finding(lit.Pos(), "%q: finish it or leave it out", words))
				}
			}
			return true
		})
	}
	return found
}

// Parallel finds window tests that ask to run at once: Fyne's test driver and its one current app do
// not bear it.
func Parallel(s *Source) []string {
	var found []string
	for _, f := range s.Go {
		if !strings.HasSuffix(f.Path, "_test.go") || !within(f.Dir, "ui") && !within(f.Dir, "cmd/mentorbook") {
			continue
		}
		ast.Inspect(f.AST, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) > 0 {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Parallel" {
				found = append(found, s.finding(call.Pos(), "window tests run one after another"))
			}
			return true
		})
	}
	return found
}
