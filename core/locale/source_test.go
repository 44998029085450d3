package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const repository = "../.."

// sources parses every Go file under a folder of the repository that is no test, without its words' own folder.
func sources(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	out := map[string]*ast.File{}
	err := filepath.WalkDir(filepath.Join(repository, dir), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "locale" || (strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2)):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		out[path] = f
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatalf("no Go files under %s", dir)
	}
	return out
}

// constants gives, for each named type, its constants' strings by the constant's name.
func constants(files map[string]*ast.File) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			typ, ok := spec.Type.(*ast.Ident)
			if !ok {
				return true
			}
			for i, name := range spec.Names {
				if i < len(spec.Values) {
					if s, ok := literal(spec.Values[i]); ok {
						if out[typ.Name] == nil {
							out[typ.Name] = map[string]string{}
						}
						out[typ.Name][name.Name] = s
					}
				}
			}
			return true
		})
	}
	return out
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// literals gives all of the string literals inside an expression, but the arguments of at, which are lists.
func literals(e ast.Expr, each func(s string, list bool)) {
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && calls(call) == "at" {
			if s, ok := literal(call.Args[0]); ok {
				each(s, true)
			}
			return false
		}
		if lit, ok := n.(*ast.BasicLit); ok {
			if s, ok := literal(lit); ok {
				each(s, false)
			}
		}
		return true
	})
}

// calls gives the name of the function or method that is called.
func calls(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.IndexExpr:
		if id, ok := f.X.(*ast.Ident); ok {
			return id.Name
		}
	}
	return ""
}

// fieldArgument says which argument of a function names a field.
func fieldArgument(name string) (int, bool) {
	switch name {
	case "add", "choice", "FailField":
		return 1, true
	case "note", "noteField", "line", "name", "long", "text", "count", "email", "link", "date", "finite", "required", "links", "between":
		return 0, true
	}
	return 0, false
}

// fieldsOf gathers the names of all fields and lists that a file's refusals name. Outside of the root package
// only FailField names one.
func fieldsOf(f *ast.File, each func(name string, list bool)) {
	root := f.Name.Name == "core"
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			name := calls(n)
			i, ok := fieldArgument(name)
			_, method := n.Fun.(*ast.SelectorExpr)
			if !ok || len(n.Args) <= i || !(name == "FailField" || root && (method || name == "choice")) {
				return true
			}
			literals(n.Args[i], each)
		case *ast.RangeStmt: // over a map from field to value
			if m, ok := n.X.(*ast.CompositeLit); ok && root {
				if _, ok := m.Type.(*ast.MapType); ok {
					for _, e := range m.Elts {
						if kv, ok := e.(*ast.KeyValueExpr); ok {
							literals(kv.Key, each)
						}
					}
				}
			}
		}
		return true
	})
}
