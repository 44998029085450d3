package house

import (
	"go/ast"
	"path"
	"strconv"
	"strings"
)

// What core may not know: files, the network, the clock and chance are handed in. Below the root, a
// random source of one's own with a seed is fine (a sample is made with one); the root needs none.
var (
	outsideWorld = []string{"os", "net", "syscall", "log", "plugin", "crypto/rand", "runtime/debug"}
	// These parse text and touch nothing.
	onlyText  = []string{"net/mail", "net/url", "net/netip", "net/textproto"}
	onDisk    = []string{"Abs", "EvalSymlinks", "Glob", "Walk", "WalkDir"}
	clock     = []string{"Now", "Since", "Until", "Local", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer"}
	ownSeed   = []string{"New", "NewPCG", "NewChaCha8", "NewZipf", "Rand", "Source", "PCG", "ChaCha8", "Zipf"}
	freshUUID = []string{"New", "NewString", "NewUUID", "NewRandom", "NewV6", "NewV7", "NewDCEPerson", "NewDCEGroup"}
)

// Pure finds places in core that reach for the world instead of being handed what they need.
func Pure(s *Source) []string {
	var found []string
	for _, f := range s.Go {
		if f.Test || !within(f.Dir, "core") {
			continue
		}
		names := map[string]string{} // what a package is called in this file -> its path
		for _, spec := range f.AST.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			names[importedAs(spec, name)] = name
			if forbiddenInCore(f.Dir, name) {
				found = append(found, s.finding(spec.Pos(), "imports %s: core is handed what it needs", name))
			}
		}
		ast.Inspect(f.AST, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && reachesOut(names[x.Name], sel.Sel.Name) {
					found = append(found, s.finding(sel.Pos(), "%s.%s: core is handed what it needs", x.Name, sel.Sel.Name))
				}
			}
			return true
		})
	}
	return found
}

func forbiddenInCore(dir, name string) bool {
	if dir == "core" && within(name, "math/rand") {
		return true
	}
	return anyWithin(name, outsideWorld) && !anyWithin(name, onlyText)
}

// reachesOut says whether a name of an imported package brings in a clock or chance.
func reachesOut(pkg, name string) bool {
	switch pkg {
	case "time":
		return contains(clock, name)
	case "path/filepath":
		return contains(onDisk, name)
	case "math/rand", "math/rand/v2":
		return !contains(ownSeed, name)
	case "github.com/google/uuid":
		return contains(freshUUID, name)
	}
	return false
}

// importedAs is the name by which a file knows a package.
func importedAs(spec *ast.ImportSpec, name string) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	base := path.Base(name)
	if strings.HasPrefix(base, "v") && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(name))
	}
	return base
}

func contains(list []string, s string) bool {
	for _, item := range list {
		if item == s {
			return true
		}
	}
	return false
}
