"""One person alone needs no account: the workspace is there when it is first asked for, and once."""


def test_the_workspace_opens_without_an_account(me):
    assert me.organization.personal
    assert not me.person.has_usable_password()


def test_it_is_the_same_the_next_time(me):
    from callwright.web.accounts.actions import open_personal_workspace

    assert open_personal_workspace() == me


def test_it_starts_with_the_six_buying_stages(me):
    from callwright.smart.model import STAGES
    from callwright.web.customers.models import Stage

    assert [stage.kind for stage in Stage.objects.of(me)] == list(STAGES)


def test_another_organization_sees_none_of_it(me, stranger):
    from callwright.web.customers.models import Customer
    from tests.web.cast import a_customer

    kept = a_customer(me)
    assert list(Customer.objects.of(me)) == [kept]
    assert list(Customer.objects.of(stranger)) == []


def test_only_the_one_workspace_answers_a_request_without_sign_in(me, stranger):
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory

    from callwright.web.accounts.actions import signed_in

    asked = RequestFactory().get("/")
    asked.user = AnonymousUser()
    assert signed_in(asked) == me
