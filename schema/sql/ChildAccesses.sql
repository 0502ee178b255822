-- ChildAccesses, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.children
-- _l1: Student.accesses
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
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
                        '[' || string_agg(
                          '["' || _l1."id"::text || '","' || _l1."created_at"::text || '",' || _l1."by_program"::text || ',' || right(
                            json_build_array(
                              (
                                select
                                  coalesce(
                                    (
                                      select per.name
                                      from
                                        account acc
                                        join person per on per.id = acc.person_id
                                      where acc.id = _l1.actor
                                    ),
                                    (
                                      select tok.name
                                      from service_token tok
                                      where tok.id = _l1.actor
                                    )
                                  )
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from access_record _l1
                          where
                            (
                              _l1.subject = _l0.id
                              and (
                                _l1.kind = 'student'
                                and _l1.subject = any ($2::uuid[])
                              )
                              and true
                            )
                          order by
                            _l1."created_at" desc,
                            _l1."id" desc
                          limit ($3::int + 1)
                        ) _l1
                    ),
                    case
                      when (_l0.id = any ($2::uuid[])) is not true then 'false'
                      else 'null'
                    end
                  ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from
                    guardianship _link
                    join student _l0 on _l0.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $4::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $4::date
                        )
                      )
                      and _l0.id = any ($2::uuid[])
                      and true
                    )
                  order by
                    _l0."name_key" asc,
                    _l0."id" asc
                  limit $5::int
                ) _l0
            ),
            'null'
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $6::uuid
            and (
              _r0.id = $7::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($8::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $4::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $4::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.children
-- _l1: Student.accesses
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
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
                        '[' || string_agg(
                          '["' || _l1."id"::text || '","' || _l1."created_at"::text || '",' || _l1."by_program"::text || ',' || right(
                            json_build_array(
                              (
                                select
                                  coalesce(
                                    (
                                      select per.name
                                      from
                                        account acc
                                        join person per on per.id = acc.person_id
                                      where acc.id = _l1.actor
                                    ),
                                    (
                                      select tok.name
                                      from service_token tok
                                      where tok.id = _l1.actor
                                    )
                                  )
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from access_record _l1
                          where
                            (
                              _l1.subject = _l0.id
                              and (
                                _l1.kind = 'student'
                                and _l1.subject = any ($2::uuid[])
                              )
                              and true
                            )
                          order by
                            _l1."created_at" desc,
                            _l1."id" desc
                          limit ($3::int + 1)
                        ) _l1
                    ),
                    case
                      when (_l0.id = any ($2::uuid[])) is not true then 'false'
                      else 'null'
                    end
                  ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from
                    guardianship _link
                    join student _l0 on _l0.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $4::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $4::date
                        )
                      )
                      and (
                        _l0.id = any ($2::uuid[])
                        or exists (
                          select 1
                          from class_membership m
                          where
                            m.student_id = _l0.id
                            and m.school_class_id = any ($5::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      )
                      and true
                    )
                  order by
                    _l0."name_key" asc,
                    _l0."id" asc
                  limit $6::int
                ) _l0
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($7::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($5::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $8::uuid
            and (
              _r0.id = $9::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($10::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $4::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $4::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($5::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
