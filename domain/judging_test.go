package domain_test

import (
	"go/ast"
	"go/token"
	"testing"
)

// Whether a review is late, or a system is to be reviewed, is for package duty
// to say: what others work out beside it will one day disagree with it. The
// entities hold the facts that duty asks.
func TestOnlyDutyJudges(t *testing.T) {
	entities := []string{"domain/duty", "domain/register", "domain/governance"}
	ordering := map[token.Token]bool{token.LSS: true, token.LEQ: true, token.GTR: true, token.GEQ: true}
	named := func(e ast.Expr, name string) bool {
		if call, ok := e.(*ast.CallExpr); ok {
			e = call.Fun
		}
		s, ok := e.(*ast.SelectorExpr)
		return ok && s.Sel.Name == name
	}
	asked := 0
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			judges := false
			switch n := n.(type) {
			case *ast.BinaryExpr:
				judges = ordering[n.Op] && (named(n.X, "NextReview") || named(n.Y, "NextReview"))
			case *ast.CallExpr:
				judges = len(n.Args) == 0 && named(n, "NewLook")
			}
			switch {
			case !judges:
			case underAny(s.dir, entities):
				asked++
			default:
				t.Errorf("%s judges for itself: ask package duty", s.at(n))
			}
			return true
		})
	}
	if asked == 0 {
		t.Error("the facts that duty asks go by other names: this test looks for nothing")
	}
}
