package house

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// State finds variables of packages that could change while the program runs. What a package may keep
// is written once, where it is declared: errors to compare with, embedded files, interface assertions
// and unexported tables, provided that nothing in the package assigns to them or takes their address.
func State(s *Source) []string {
	var found []string
	dirs, files := s.packages()
	for _, dir := range dirs {
		found = append(found, s.stateOf(files[dir])...)
	}
	return found
}

func (s *Source) stateOf(files []*GoFile) []string {
	info := s.resolve(files)
	written := writes(files, info)
	var found []string
	for _, f := range files {
		for _, decl := range f.AST.Decls {
			group, ok := decl.(*ast.GenDecl)
			if !ok || group.Tok != token.VAR {
				continue
			}
			for _, spec := range group.Specs {
				v := spec.(*ast.ValueSpec)
				embedded := hasDirective(v.Doc, "//go:embed") || hasDirective(group.Doc, "//go:embed")
				for i, name := range v.Names {
					if why := mutable(v, i, embedded, info, written[info.Defs[name]]); why != "" {
						found = append(found, s.finding(name.Pos(), "variable %s of the package: %s", name.Name, why))
					}
				}
			}
		}
	}
	return found
}

// mutable says what makes a package's variable state, or "".
func mutable(v *ast.ValueSpec, i int, embedded bool, info *types.Info, written bool) string {
	name := v.Names[i].Name
	sentinel := strings.HasPrefix(name, "err") || strings.HasPrefix(name, "Err")
	switch {
	case name == "_":
		return ""
	case written:
		return "it is changed at run time"
	case embedded:
		return ""
	case i >= len(v.Values):
		return "it has no value from the start"
	case sentinel:
		return ""
	case ast.IsExported(name):
		return "others could change it"
	case !steady(v.Values[i], info):
		return "its value can change, or is computed at start"
	}
	return ""
}

// steadyCalls are functions whose results never change once made; a memo counts as one.
var steadyCalls = []string{
	"errors.New", "regexp.MustCompile", "strings.NewReplacer", "sync.OnceValue", "sync.OnceValues", "sync.OnceFunc",
	"language.MustParse", "language.NewMatcher", "template.Must", "time.Date", "uuid.MustParse", "netip.MustParsePrefix",
	"crc32.MakeTable",
}

// steady says whether an expression makes a value that is all there when the package is loaded and has
// no inner life: no pointer, channel, lock or freshly made map.
func steady(e ast.Expr, info *types.Info) bool {
	switch e := e.(type) {
	case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr, *ast.FuncLit:
		return true
	case *ast.ParenExpr:
		return steady(e.X, info)
	case *ast.UnaryExpr:
		return e.Op != token.AND && e.Op != token.ARROW && steady(e.X, info)
	case *ast.BinaryExpr:
		return steady(e.X, info) && steady(e.Y, info)
	case *ast.KeyValueExpr:
		return steady(e.Key, info) && steady(e.Value, info)
	case *ast.CompositeLit:
		if sel, ok := e.Type.(*ast.SelectorExpr); ok && hasInnerLife(sel) {
			return false
		}
		for _, item := range e.Elts {
			if !steady(item, info) {
				return false
			}
		}
		return true
	case *ast.CallExpr:
		return steadyCall(e, info)
	}
	return false
}

func hasInnerLife(sel *ast.SelectorExpr) bool {
	x, ok := sel.X.(*ast.Ident)
	return ok && (x.Name == "sync" || x.Name == "atomic")
}

func steadyCall(call *ast.CallExpr, info *types.Info) bool {
	switch fun := call.Fun.(type) {
	case *ast.ArrayType: // a conversion, as in []byte("...")
		return true
	case *ast.Ident:
		if len(call.Args) == 1 && info.Types[fun].IsType() {
			return steady(call.Args[0], info)
		}
		return fun.Name == "len"
	case *ast.SelectorExpr:
		x, ok := fun.X.(*ast.Ident)
		return ok && contains(steadyCalls, x.Name+"."+fun.Sel.Name)
	case *ast.IndexExpr: // a generic function with its type
		return steadyCall(&ast.CallExpr{Fun: fun.X, Args: call.Args}, info)
	}
	return false
}

// writes finds the package's variables that some statement changes, or could: an assignment, a loop
// that fills them, an address taken, a built-in that writes.
func writes(files []*GoFile, info *types.Info) map[types.Object]bool {
	written := map[types.Object]bool{}
	mark := func(e ast.Expr) {
		if id := root(e); id != nil && info.Uses[id] != nil {
			written[info.Uses[id]] = true
		}
	}
	for _, f := range files {
		ast.Inspect(f.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					mark(left)
				}
			case *ast.IncDecStmt:
				mark(n.X)
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					mark(n.Key)
					mark(n.Value)
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					mark(n.X)
				}
			case *ast.CallExpr:
				if id, ok := n.Fun.(*ast.Ident); ok && len(n.Args) > 0 && contains([]string{"delete", "clear", "copy"}, id.Name) {
					mark(n.Args[0])
				}
			}
			return true
		})
	}
	return written
}

// root is the variable that an expression such as table[key].field begins with.
func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.SliceExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	case *ast.ParenExpr:
		return root(e.X)
	}
	return nil
}

// resolve finds what each name in a package stands for. Imported packages are left unknown, which the
// checker grumbles about and which does not matter here: only the package's own names do.
func (s *Source) resolve(files []*GoFile) *types.Info {
	info := &types.Info{
		Defs:  map[*ast.Ident]types.Object{},
		Uses:  map[*ast.Ident]types.Object{},
		Types: map[ast.Expr]types.TypeAndValue{},
	}
	var trees []*ast.File
	for _, f := range files {
		trees = append(trees, f.AST)
	}
	config := types.Config{Importer: noImports{}, Error: func(error) {}}
	_, _ = config.Check(files[0].Dir, s.fset, trees, info)
	return info
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not looked at") }

func hasDirective(doc *ast.CommentGroup, directive string) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		if strings.HasPrefix(c.Text, directive) {
			return true
		}
	}
	return false
}
