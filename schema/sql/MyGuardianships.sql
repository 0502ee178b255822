-- MyGuardianships, asked as parent: answered by statement

-- the whole query
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select
        version
      from
        rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from
                        student _r1
                      where
                        (
                          _r1.id = _l0."student_id"
                          and _r1.id = any ($2::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."relation"::text || '","' || _l0."status"::text || '","' || _l0."created_at"::text || '",' || right(
                      json_build_array(
                        _l0."decision_reason",
                        (
                          (
                            _l0.guardian_id = $3::uuid
                            and _l0.status = 'REJECTED'
                          )
                        ),
                        (_l0.guardian_id = $3::uuid),
                        _l0."code_ending"
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) || ']'
              from
                (
                  select
                    _l0.*
                  from
                    guardianship _l0
                  where
                    (
                      _l0."guardian_id" = _r0.id
                      and (
                        _l0.guardian_id = $3::uuid
                        or _l0.student_id = any ($2::uuid[])
                      )
                      and true
                    )
                  order by
                    _l0."valid_from" desc,
                    _l0."id" desc
                  limit
                    $4::int
                ) _l0
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    json_build_array(p.name, p.phone)
                  from
                    person p
                  where
                    p.id = _r0.person_id
                )
              )::text,
              -1
            )
          )
        from
          guardian _r0
        where
          (
            _r0.id = $5::uuid
            and (
              _r0.id = $3::uuid
              or _r0.id = any (
                array(
                  select
                    tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($6::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $7::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $7::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
