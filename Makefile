# The words of the house. `make` alone lists them.
ADDR ?= localhost:8080
DATA ?= .data
PKG  ?= ./...
export ADDR

.DEFAULT_GOAL := help
.PHONY: help run build generate test e2e verify lint bench lighthouse clean

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

run: ## build and start everything; ADDR=:9000 and DATA=folder to choose
	@go run ./server/build -quick
	@go build -trimpath -o bin/rs ./server
	@exec ./bin/rs -addr "$(ADDR)" -data "$(DATA)"

build: ## the server with the program for the phone inside: bin/rs
	go run ./server/build
	go build -trimpath -o bin/rs ./server

generate: ## everything that is made from the contract
	go generate ./...

test: chromium ## all tests: unit, database, generated, browser; PKG=./shared/... for some
	@go run ./server/build -quick
	go test -race -vet=off -shuffle=on -timeout 30m $$(go list $(PKG) | grep -v '/server/e2e$$') # verify vets
	@e2e=$$(go list $(PKG) | grep '/server/e2e$$'); test -z "$$e2e" || { echo go test $$e2e; go test -vet=off -shuffle=on -timeout 40m $$e2e; }

e2e: chromium ## only the tests in a real browser; pictures go to shots/
	@go run ./server/build -quick
	go test -shuffle=on -timeout 40m -v ./server/e2e

verify: lint ## stale code, forbidden imports, weight of the program
	go run ./shared/codegen -check
	go test -count=1 ./app -run 'Light|Attributes|Markup|City'
	go run ./server/build -budget

lint: ## gofmt, go vet and staticcheck, for the server and for the phone
	@test -z "$$(gofmt -l app assets server shared)" || { gofmt -l app assets server shared; echo 'gofmt -w these'; exit 1; }
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./app/...
	GOOS=js GOARCH=wasm go vet -tags desk ./app/...
	@go build -o bin/staticcheck honnef.co/go/tools/cmd/staticcheck
	bin/staticcheck ./...
	GOOS=js GOARCH=wasm bin/staticcheck -tags desk ./app/...

bench: ## figures beside peers measured in the same run
	go test -run '^$$' -bench . -benchmem -timeout 30m ./server/... ./shared/...
	GOOS=js GOARCH=wasm go test -run '^$$' -bench CatchUp -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./shared/queue
	GOOS=js GOARCH=wasm go test -run '^$$' -bench Verify -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./shared/proof/phone

lighthouse: chromium build ## Lighthouse, mobile preset, on four public pages
	go test -count=1 -timeout 20m -v -tags lighthouse ./server/e2e -run TestLighthouse

.PHONY: chromium
chromium:
	@sh .ci/chromium

clean: ## remove what was built and the data folder
	rm -rf bin $(DATA) assets/dist/*.wasm* assets/dist/wasm_exec.js shots
