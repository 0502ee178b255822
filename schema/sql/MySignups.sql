-- MySignups, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.signups
-- _r1: Signup.role
-- _r2: Signup.shift
-- _r3: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from shift_role _r1
                      where
                        (
                          _r1.id = _l0."role_id"
                          and exists (
                            select 1
                            from shift sft
                            where
                              sft.id = _r1.shift_id
                              and (
                                sft.published_at is not null
                                and (
                                  sft.school_id = any ($2::uuid[])
                                  or (
                                    sft.school_id is null
                                    and sft.district_id = any ($3::uuid[])
                                  )
                                )
                              )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r3."id"::text || '","' || _r3."kind"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                            from volunteer_activity _r3
                            where
                              (
                                _r3.id = _r2."activity_id"
                                and (
                                  _r3.published_at is not null
                                  and (
                                    _r3.school_id = any ($2::uuid[])
                                    or (
                                      _r3.school_id is null
                                      and _r3.district_id = any ($3::uuid[])
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r2."id"::text || '","' || _r2."status"::text || '","' || _r2."starts_at"::text || '","' || _r2."ends_at"::text || '","' || _r2."signup_opens_at"::text || '","' || _r2."signup_closes_at"::text || '","' || _r2."cancel_until"::text || '",' || right(json_build_array(_r2."place")::text, -1)
                        )
                      from shift _r2
                      where
                        (
                          _r2.id = _l0."shift_id"
                          and (
                            _r2.published_at is not null
                            and (
                              _r2.school_id = any ($2::uuid[])
                              or (
                                _r2.school_id is null
                                and _r2.district_id = any ($3::uuid[])
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."signed_up_at"::text || '",' || coalesce('"' || _l0."cancelled_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        (
                          select
                            json_build_object(
                              'own',
                              _l0.person_id is not distinct from $4::uuid,
                              'active',
                              _l0.status in ('PENDING', 'CONFIRMED'),
                              'cancelUntil',
                              sft.cancel_until,
                              'startsAt',
                              sft.starts_at,
                              'requested',
                              _l0.cancel_requested_at is not null
                            )
                          from shift sft
                          where sft.id = _l0.shift_id
                        ),
                        (_l0.person_id is not distinct from $4::uuid),
                        (
                          select to_json(_l0.reconfirm_until)
                        ),
                        (
                          select
                            json_build_object(
                              'own',
                              _l0.person_id is not distinct from $4::uuid,
                              'confirmed',
                              _l0.status = 'CONFIRMED',
                              'startsAt',
                              sft.starts_at,
                              'offered',
                              exists (
                                select 1
                                from stand_in sti
                                where
                                  sti.signup_id = _l0.id
                                  and sti.status in ('OFFERED', 'PENDING')
                              ),
                              'approvalRequired',
                              rol.approval_required
                            )
                          from
                            shift_role rol
                            join shift sft on sft.id = rol.shift_id
                          where rol.id = _l0.role_id
                        ),
                        _l0."cancel_reason",
                        (
                          select
                            json_build_object(
                              'confirmed',
                              _l0.status = 'CONFIRMED'
                              and (
                                _l0.person_id is not distinct from $4::uuid
                                or coalesce(false, false)
                              ),
                              'startsAt',
                              sft.starts_at,
                              'waiting',
                              exists (
                                select 1
                                from service_record srv
                                where
                                  srv.signup_id = _l0.id
                                  and srv.source = 'SUPPLEMENTED'
                                  and srv.status = 'PENDING'
                              )
                            )
                          from shift sft
                          where sft.id = _l0.shift_id
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $5::int
                ) || ']',
                case
                  when (_r0.id = $6::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $5::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from signup _l0
                    where
                      (
                        _l0."guardian_id" = _r0.id
                        and (
                          _l0.guardian_id = $6::uuid
                          and (
                            _l0.status in ('CANCELLED', 'REJECTED')
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _l0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && $7::text[]
                                )
                            )
                            or (
                              select sft.starts_at <= $8::timestamptz
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit ($5::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $9::uuid
            and (
              _r0.id = $6::uuid
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
                    and hst.student_id = any ($11::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $12::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $12::date
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
-- _l0: Guardian.signups
-- _r1: Signup.role
-- _r2: Signup.shift
-- _r3: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from shift_role _r1
                      where
                        (
                          _r1.id = _l0."role_id"
                          and exists (
                            select 1
                            from shift sft
                            where
                              sft.id = _r1.shift_id
                              and (
                                (
                                  sft.published_at is not null
                                  and (
                                    sft.school_id = any ($2::uuid[])
                                    or (
                                      sft.school_id is null
                                      and sft.district_id = any ($3::uuid[])
                                    )
                                  )
                                )
                                or (
                                  sft.school_id = any ($4::uuid[])
                                  and (
                                    sft.published_at is not null
                                    or (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  )
                                )
                              )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r3."id"::text || '","' || _r3."kind"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                            from volunteer_activity _r3
                            where
                              (
                                _r3.id = _r2."activity_id"
                                and (
                                  (
                                    _r3.published_at is not null
                                    and (
                                      _r3.school_id = any ($2::uuid[])
                                      or (
                                        _r3.school_id is null
                                        and _r3.district_id = any ($3::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    _r3.school_id = any ($4::uuid[])
                                    and (
                                      _r3.published_at is not null
                                      or _r3.organiser_id = $5::uuid
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r2."id"::text || '","' || _r2."status"::text || '","' || _r2."starts_at"::text || '","' || _r2."ends_at"::text || '","' || _r2."signup_opens_at"::text || '","' || _r2."signup_closes_at"::text || '","' || _r2."cancel_until"::text || '",' || right(json_build_array(_r2."place")::text, -1)
                        )
                      from shift _r2
                      where
                        (
                          _r2.id = _l0."shift_id"
                          and (
                            (
                              _r2.published_at is not null
                              and (
                                _r2.school_id = any ($2::uuid[])
                                or (
                                  _r2.school_id is null
                                  and _r2.district_id = any ($3::uuid[])
                                )
                              )
                            )
                            or (
                              _r2.school_id = any ($4::uuid[])
                              and (
                                _r2.published_at is not null
                                or (
                                  select act.organiser_id = $5::uuid
                                  from volunteer_activity act
                                  where act.id = _r2.activity_id
                                )
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."signed_up_at"::text || '",' || coalesce('"' || _l0."cancelled_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        (
                          select
                            json_build_object(
                              'own',
                              _l0.person_id is not distinct from $6::uuid,
                              'active',
                              _l0.status in ('PENDING', 'CONFIRMED'),
                              'cancelUntil',
                              sft.cancel_until,
                              'startsAt',
                              sft.starts_at,
                              'requested',
                              _l0.cancel_requested_at is not null
                            )
                          from shift sft
                          where sft.id = _l0.shift_id
                        ),
                        (_l0.person_id is not distinct from $6::uuid),
                        (
                          select to_json(_l0.reconfirm_until)
                        ),
                        (
                          select
                            json_build_object(
                              'own',
                              _l0.person_id is not distinct from $6::uuid,
                              'confirmed',
                              _l0.status = 'CONFIRMED',
                              'startsAt',
                              sft.starts_at,
                              'offered',
                              exists (
                                select 1
                                from stand_in sti
                                where
                                  sti.signup_id = _l0.id
                                  and sti.status in ('OFFERED', 'PENDING')
                              ),
                              'approvalRequired',
                              rol.approval_required
                            )
                          from
                            shift_role rol
                            join shift sft on sft.id = rol.shift_id
                          where rol.id = _l0.role_id
                        ),
                        _l0."cancel_reason",
                        (
                          select
                            json_build_object(
                              'confirmed',
                              _l0.status = 'CONFIRMED'
                              and (
                                _l0.person_id is not distinct from $6::uuid
                                or coalesce(
                                  (
                                    sft.school_id = any ($4::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  ),
                                  false
                                )
                              ),
                              'startsAt',
                              sft.starts_at,
                              'waiting',
                              exists (
                                select 1
                                from service_record srv
                                where
                                  srv.signup_id = _l0.id
                                  and srv.source = 'SUPPLEMENTED'
                                  and srv.status = 'PENDING'
                              )
                            )
                          from shift sft
                          where sft.id = _l0.shift_id
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $7::int
                ) || ']',
                case
                  when (_r0.id = $8::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $7::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from signup _l0
                    where
                      (
                        _l0."guardian_id" = _r0.id
                        and (
                          (
                            _l0.guardian_id = $8::uuid
                            and (
                              _l0.status in ('CANCELLED', 'REJECTED')
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && $9::text[]
                                  )
                              )
                              or (
                                select sft.starts_at <= $10::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                          )
                          or (
                            (
                              select
                                (
                                  sft.school_id = any ($4::uuid[])
                                  and (
                                    select act.organiser_id = $5::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and (
                              _l0.status not in ('PENDING', 'CONFIRMED')
                              or (
                                (
                                  select sft.starts_at <= $10::timestamptz
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l0.id
                                    and res.kind = 'SHIFT_SIGNUP'
                                    and res.status = 'ACTIVE'
                                    and (
                                      res.rests_on is null
                                      or res.rests_on && array(
                                        select distinct
                                          aky.key
                                        from
                                          guardianship gsh
                                          join class_membership cms on cms.student_id = gsh.student_id
                                          and cms.status = 'ACTIVE'
                                          join school_class cls on cls.id = cms.school_class_id
                                          join grade grd on grd.id = cls.grade_id
                                          join school sch on sch.id = cls.school_id
                                          join school_year scy on scy.id = cls.school_year_id
                                          and $11::date between scy.starts_on and scy.ends_on
                                          cross join lateral unnest(
                                            array[
                                              'class:' || cls.id,
                                              'school:' || sch.id,
                                              'school:' || sch.id || ':grade:' || grd.id,
                                              'school:' || sch.id || ':stage:' || grd.stage,
                                              'district:' || sch.district_id,
                                              'district:' || sch.district_id || ':grade:' || grd.id,
                                              'district:' || sch.district_id || ':stage:' || grd.stage
                                            ]
                                          ) as aky (key)
                                        where
                                          gsh.guardian_id = _l0.guardian_id
                                          and gsh.status = 'ACTIVE'
                                          and gsh.data_access
                                          and gsh.valid_from <= $11::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $11::date
                                          )
                                      )
                                    )
                                )
                                or (
                                  select
                                    exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _l0.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $11::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $11::date
                                        )
                                        and (
                                          sch.id = sft.school_id
                                          or sft.school_id is null
                                          and sch.district_id = sft.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $11::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                              or exists (
                                select 1
                                from attendance att
                                where
                                  att.signup_id = _l0.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit ($7::int + 1)
                  ) _l0
              ) _l0
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
                          stu.school_id = any ($12::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($13::uuid[])
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
            _r0.id = $14::uuid
            and (
              _r0.id = $8::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($15::uuid[])
                    and hst.student_id = any ($16::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $11::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $11::date
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
                  and m.school_class_id = any ($13::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
